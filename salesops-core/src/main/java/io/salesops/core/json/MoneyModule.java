package io.salesops.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.salesops.core.money.Amounts;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;

/** Amounts as {@code {"amount":"59.97","currency":"EUR"}}, with at least the currency's decimals; currencies by code. */
final class MoneyModule extends SimpleModule {
    private static final long serialVersionUID = 1;

    MoneyModule() {
        super("salesops-money");
        addSerializer(MonetaryAmount.class, new AmountWriter());
        addDeserializer(MonetaryAmount.class, new AmountReader());
        addSerializer(CurrencyUnit.class, new CurrencyWriter());
        addDeserializer(CurrencyUnit.class, new CurrencyReader());
        addKeySerializer(CurrencyUnit.class, new CurrencyKeyWriter());
        addKeyDeserializer(CurrencyUnit.class, new CurrencyKeyReader());
    }

    private static final class AmountWriter extends StdSerializer<MonetaryAmount> {
        private static final long serialVersionUID = 1;

        AmountWriter() {
            super(MonetaryAmount.class);
        }

        @Override
        public void serialize(MonetaryAmount amount, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            BigDecimal plain = Amounts.plain(Amounts.number(amount));
            int decimals = Math.max(0, amount.getCurrency().getDefaultFractionDigits());
            BigDecimal padded = plain.setScale(Math.max(decimals, plain.scale()), RoundingMode.UNNECESSARY);
            json.writeStartObject();
            // What reading would refuse for its length is not padded: it must read back.
            json.writeStringField("amount", (Scalars.fitsAmount(padded) ? padded : plain).toPlainString());
            json.writeStringField("currency", amount.getCurrency().getCurrencyCode());
            json.writeEndObject();
        }

        @Override
        public void serializeWithType(
                MonetaryAmount amount, JsonGenerator json, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            serialize(amount, json, provider);
        }
    }

    private static final class AmountReader extends StdDeserializer<MonetaryAmount> {
        private static final long serialVersionUID = 1;

        AmountReader() {
            super(MonetaryAmount.class);
        }

        @Override
        public MonetaryAmount deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = context.readTree(parser);
            JsonNode amount = node.path("amount");
            JsonNode currency = node.path("currency");
            if (!amount.isTextual() || !currency.isTextual() || node.size() != 2) {
                return context.reportInputMismatch(
                        this, "no amount: %s. Maybe write it like {\"amount\":\"59.97\",\"currency\":\"EUR\"}.", node);
            }
            try {
                return Amounts.of(Scalars.decimal(amount.textValue()), currency(currency.textValue()));
            } catch (IllegalArgumentException | ArithmeticException e) {
                return context.reportInputMismatch(this, "%s", e.getMessage());
            }
        }
    }

    private static final class CurrencyWriter extends StdSerializer<CurrencyUnit> {
        private static final long serialVersionUID = 1;

        CurrencyWriter() {
            super(CurrencyUnit.class);
        }

        @Override
        public void serialize(CurrencyUnit currency, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(currency.getCurrencyCode());
        }
    }

    private static final class CurrencyReader extends StdDeserializer<CurrencyUnit> {
        private static final long serialVersionUID = 1;

        CurrencyReader() {
            super(CurrencyUnit.class);
        }

        @Override
        public CurrencyUnit deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return currency(parser.getValueAsString(""));
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(this, "%s", e.getMessage());
            }
        }
    }

    private static final class CurrencyKeyWriter extends StdSerializer<CurrencyUnit> {
        private static final long serialVersionUID = 1;

        CurrencyKeyWriter() {
            super(CurrencyUnit.class);
        }

        @Override
        public void serialize(CurrencyUnit currency, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeFieldName(currency.getCurrencyCode());
        }
    }

    private static final class CurrencyKeyReader extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return currency(key);
            } catch (IllegalArgumentException e) {
                return context.handleWeirdKey(CurrencyUnit.class, key, "%s", e.getMessage());
            }
        }
    }

    private static CurrencyUnit currency(String code) {
        if (!Monetary.isCurrencyAvailable(code)) {
            throw new IllegalArgumentException(
                    "unknown currency '" + code + "'. Maybe use an ISO 4217 code such as EUR.");
        }
        return Monetary.getCurrency(code);
    }
}
