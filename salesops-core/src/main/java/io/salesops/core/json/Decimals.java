package io.salesops.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Decimals as text, digit for digit, and finite doubles as the shortest number that reads back the same. */
final class Decimals {
    private Decimals() {}

    /** Writes decimals and large whole numbers as text. */
    static final class Writer extends StdSerializer<Number> {
        private static final long serialVersionUID = 1;

        Writer() {
            super(Number.class);
        }

        @Override
        public void serialize(Number value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value instanceof BigDecimal decimal ? Scalars.text(decimal) : value.toString());
        }
    }

    /** Writes doubles; what is no number cannot stand in JSON. */
    static final class DoubleWriter extends StdSerializer<Double> {
        private static final long serialVersionUID = 1;

        DoubleWriter() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("JSON has no number " + value);
            }
            json.writeNumber(value);
        }
    }

    /** Reads decimals from text or number. */
    static final class Reader extends StdDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1;

        Reader() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return decimal(parser, context, this);
        }
    }

    /** Reads large whole numbers from text or number. */
    static final class WholeReader extends StdDeserializer<BigInteger> {
        private static final long serialVersionUID = 1;

        WholeReader() {
            super(BigInteger.class);
        }

        @Override
        public BigInteger deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            BigDecimal value = decimal(parser, context, this);
            try {
                return value.toBigIntegerExact();
            } catch (ArithmeticException e) {
                return context.reportInputMismatch(this, "%s is no whole number", value);
            }
        }
    }

    private static BigDecimal decimal(JsonParser parser, DeserializationContext context, StdDeserializer<?> reader)
            throws IOException {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
            return context.reportInputMismatch(reader, "expected a decimal");
        }
        try {
            return Scalars.decimal(parser.getText());
        } catch (IllegalArgumentException e) {
            return context.reportInputMismatch(reader, "%s", e.getMessage());
        }
    }
}
