package io.salesops.core.crm;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.criteria.Field;
import io.salesops.core.crm.CustomFields.CustomValue;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import javax.money.Monetary;
import javax.money.MonetaryAmount;

/**
 * The text form in which a {@link FieldChange} keeps the value of a field. What is written is read back as an equal
 * value, and equal values have one text.
 *
 * <table>
 * <caption>Text form by type</caption>
 * <tr><th>type</th><th>text</th></tr>
 * <tr><td>text, id</td><td>as it is</td></tr>
 * <tr><td>amount</td><td>{@code USD 1200.50}: currency code, space, plain decimal with at least the currency's decimals</td></tr>
 * <tr><td>number</td><td>{@code 12.5}: plain decimal without trailing zeros</td></tr>
 * <tr><td>day, instant</td><td>ISO 8601: {@code 2026-03-31}, {@code 2026-03-31T09:00:00Z}</td></tr>
 * <tr><td>yes or no</td><td>{@code true} or {@code false}</td></tr>
 * <tr><td>custom field</td><td>kind, colon, text of the value: {@code number:12.5}; kinds as in JSON: text, number,
 * flag, day, money</td></tr>
 * </table>
 *
 * <p>Custom values name their kind because nothing else does where the field has been cleared since. All methods are
 * pure and thread-safe.
 */
public final class FieldText {
    private static final ImmutableMap<Class<?>, Function<String, ?>> READERS =
            ImmutableMap.<Class<?>, Function<String, ?>>builder()
                    .put(String.class, text -> text)
                    .put(MonetaryAmount.class, FieldText::amount)
                    .put(BigDecimal.class, FieldText::decimal)
                    .put(Long.class, FieldText::whole)
                    .put(Boolean.class, FieldText::flag)
                    .put(LocalDate.class, LocalDate::parse)
                    .put(Instant.class, Instant::parse)
                    .put(AccountId.class, AccountId::of)
                    .put(ContactId.class, ContactId::of)
                    .put(LeadId.class, LeadId::of)
                    .put(OpportunityId.class, OpportunityId::of)
                    .put(ProductId.class, ProductId::of)
                    .put(RepId.class, RepId::of)
                    .put(TeamId.class, TeamId::of)
                    .put(TerritoryId.class, TerritoryId::of)
                    .put(UserId.class, UserId::of)
                    .buildOrThrow();

    private FieldText() {}

    /**
     * Returns the text of a field's value.
     *
     * @throws IllegalArgumentException if values of the field's type have no text form
     */
    public static <V> String of(Field<?, V> field, V value) {
        checkArgument(
                READERS.containsKey(field.type()),
                "values of field %s have no text form: %s",
                field,
                field.type().getSimpleName());
        return isCustom(field.name()) ? of(CustomValue.of(value)) : plain(value);
    }

    /**
     * Reads the value of a field.
     *
     * @throws IllegalArgumentException if the text is not of the form above, or values of the field's type have none
     */
    public static <V> V parse(Field<?, V> field, String text) {
        Function<String, ?> reader = READERS.get(field.type());
        checkArgument(
                reader != null,
                "values of field %s have no text form: %s",
                field,
                field.type().getSimpleName());
        Object value = isCustom(field.name()) ? parseCustom(text).value() : read(reader, text);
        checkArgument(
                field.type().isInstance(value),
                "'%s' is no value of field %s, which is of type %s",
                text,
                field,
                field.type().getSimpleName());
        return field.type().cast(value);
    }

    /** Returns the text of a custom field's value. */
    public static String of(CustomValue value) {
        return kind(value) + ":" + plain(value.value());
    }

    /**
     * Reads the value of a custom field.
     *
     * @throws IllegalArgumentException if the text does not begin with a kind and a colon, or the rest is no value of it
     */
    public static CustomValue parseCustom(String text) {
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        return switch (colon < 0 ? "" : text.substring(0, colon)) {
            case "text" -> new CustomFields.Text(rest);
            case "number" -> new CustomFields.Decimal(decimal(rest));
            case "flag" -> new CustomFields.Flag(flag(rest));
            case "day" -> new CustomFields.Day((LocalDate) read(LocalDate::parse, rest));
            case "money" -> new CustomFields.Money(amount(rest));
            default ->
                throw new IllegalArgumentException("custom value '" + text
                        + "' does not name its kind. Maybe write text:" + text + ", or number:, flag:, day:, money:.");
        };
    }

    static boolean isCustom(String field) {
        return field.startsWith(CustomFields.PREFIX);
    }

    private static Object read(Function<String, ?> reader, String text) {
        try {
            return reader.apply(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no ISO 8601 date or instant. Maybe write it like 2026-03-31.", e);
        }
    }

    private static String plain(Object value) {
        if (value instanceof MonetaryAmount amount) {
            BigDecimal number = Amounts.number(amount);
            number = Amounts.plain(number);
            int decimals = Math.max(0, amount.getCurrency().getDefaultFractionDigits());
            return amount.getCurrency().getCurrencyCode() + " "
                    + number.setScale(Math.max(decimals, number.scale()), RoundingMode.UNNECESSARY)
                            .toPlainString();
        }
        if (value instanceof BigDecimal number) {
            return Amounts.plain(number).toPlainString();
        }
        return value.toString();
    }

    private static String kind(CustomValue value) {
        return value.match(new CustomValue.Cases<>() {
            @Override
            public String text(CustomFields.Text text) {
                return "text";
            }

            @Override
            public String number(CustomFields.Decimal number) {
                return "number";
            }

            @Override
            public String flag(CustomFields.Flag flag) {
                return "flag";
            }

            @Override
            public String day(CustomFields.Day day) {
                return "day";
            }

            @Override
            public String money(CustomFields.Money money) {
                return "money";
            }
        });
    }

    private static MonetaryAmount amount(String text) {
        int space = text.indexOf(' ');
        checkArgument(space > 0, "amount '%s' names no currency. Maybe write it like USD 1200.50.", text);
        String currency = text.substring(0, space);
        checkArgument(Monetary.isCurrencyAvailable(currency), "amount '%s' is in an unknown currency", text);
        // The zeros that pad a text to the currency's decimals count for nothing, least of all as digits.
        BigDecimal number = Amounts.plain(decimal(text.substring(space + 1)));
        try {
            return Amounts.of(number, Monetary.getCurrency(currency));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("amount '" + text + "' cannot be kept: " + e.getMessage(), e);
        }
    }

    private static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no decimal. Maybe write it like 1200.50.", e);
        }
    }

    private static Long whole(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no whole number", e);
        }
    }

    private static Boolean flag(String text) {
        checkArgument(text.equals("true") || text.equals("false"), "'%s' is neither true nor false", text);
        return text.equals("true");
    }
}
