package io.salesops.core.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The scalars that are known by class, and how their text is checked. */
final class Scalars {
    private static final int MOST_DIGITS = 1_000;

    /** As many as {@link io.salesops.core.money.Amounts} takes, before and after the point. */
    private static final int MOST_AMOUNT_DIGITS = 256;

    private record Known(
            Shape.Form form,
            String what,
            @Nullable String example,
            @Nullable String format) {}

    private static final ImmutableMap<Class<?>, Known> KNOWN = ImmutableMap.<Class<?>, Known>builder()
            .put(String.class, new Known(Shape.Form.TEXT, "a text", null, null))
            .put(boolean.class, new Known(Shape.Form.FLAG, "true or false", null, null))
            .put(Boolean.class, new Known(Shape.Form.FLAG, "true or false", null, null))
            .put(int.class, new Known(Shape.Form.WHOLE, "a whole number", null, "int32"))
            .put(Integer.class, new Known(Shape.Form.WHOLE, "a whole number", null, "int32"))
            .put(long.class, new Known(Shape.Form.WHOLE, "a whole number", null, "int64"))
            .put(Long.class, new Known(Shape.Form.WHOLE, "a whole number", null, "int64"))
            .put(double.class, new Known(Shape.Form.DOUBLE, "a number", null, null))
            .put(Double.class, new Known(Shape.Form.DOUBLE, "a number", null, null))
            .put(BigDecimal.class, new Known(Shape.Form.DECIMAL, "a decimal", "59.97", null))
            .put(BigInteger.class, new Known(Shape.Form.DECIMAL, "a whole number", "59", null))
            .put(Rational.class, new Known(Shape.Form.DECIMAL, "a number", "0.125", null))
            .put(Rate.class, new Known(Shape.Form.DECIMAL, "a rate", "12.5%", null))
            .put(CurrencyUnit.class, new Known(Shape.Form.TEXT, "a currency", "EUR", null))
            .put(LocalDate.class, new Known(Shape.Form.TEXT, "a date", "2026-03-31", "date"))
            .put(LocalTime.class, new Known(Shape.Form.TEXT, "a time of day", "17:30", null))
            .put(LocalDateTime.class, new Known(Shape.Form.TEXT, "a date and time", "2026-03-31T17:30", null))
            .put(Instant.class, new Known(Shape.Form.TEXT, "an instant", "2026-03-31T09:00:00Z", "date-time"))
            .put(OffsetDateTime.class, new Known(Shape.Form.TEXT, "an instant", "2026-03-31T09:00:00Z", "date-time"))
            .put(YearMonth.class, new Known(Shape.Form.TEXT, "a month", "2026-03", null))
            .put(MonthDay.class, new Known(Shape.Form.TEXT, "a day of the year", "--03-31", null))
            .put(Duration.class, new Known(Shape.Form.TEXT, "a duration", "PT8H30M", "duration"))
            .put(Period.class, new Known(Shape.Form.TEXT, "a period", "P1M", "duration"))
            .put(ZoneId.class, new Known(Shape.Form.TEXT, "a time zone", "Europe/Berlin", null))
            .put(ZoneOffset.class, new Known(Shape.Form.TEXT, "an offset", "+01:00", null))
            .put(UUID.class, new Known(Shape.Form.TEXT, "a UUID", null, "uuid"))
            .put(URI.class, new Known(Shape.Form.TEXT, "a URI", null, "uri"))
            .put(Locale.class, new Known(Shape.Form.TEXT, "a language", "de-DE", null))
            .buildOrThrow();

    /** Jackson reads more than the standard's text for these; the library does not. */
    private static final Map<Class<?>, Function<String, Object>> STRICT = Map.ofEntries(
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(LocalDateTime.class, LocalDateTime::parse),
            Map.entry(Instant.class, Instant::parse),
            Map.entry(OffsetDateTime.class, OffsetDateTime::parse),
            Map.entry(YearMonth.class, YearMonth::parse),
            Map.entry(MonthDay.class, MonthDay::parse),
            Map.entry(Duration.class, Duration::parse),
            Map.entry(Period.class, Period::parse),
            Map.entry(ZoneId.class, ZoneId::of),
            Map.entry(ZoneOffset.class, ZoneOffset::of));

    private Scalars() {}

    static Optional<Shape> find(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw == OptionalInt.class || raw == OptionalLong.class || raw == OptionalDouble.class) {
            Class<?> content =
                    raw == OptionalInt.class ? int.class : raw == OptionalLong.class ? long.class : double.class;
            JavaType contentType = TypeFactory.defaultInstance().constructType(content);
            return find(contentType).map(shape -> new Shape.Maybe(type, shape));
        }
        return Optional.ofNullable(KNOWN.get(raw))
                .map(known -> new Shape.Scalar(
                        type,
                        known.form(),
                        known.what(),
                        Optional.ofNullable(known.example()),
                        Optional.ofNullable(known.format())));
    }

    /** The fields of an amount of money. */
    static Supplier<ImmutableMap<String, Shape.Member>> amount(TypeFactory types) {
        return () -> ImmutableMap.of(
                "amount",
                        new Shape.Member(
                                "amount",
                                find(types.constructType(BigDecimal.class)).orElseThrow(),
                                true),
                "currency",
                        new Shape.Member(
                                "currency",
                                find(types.constructType(CurrencyUnit.class)).orElseThrow(),
                                true));
    }

    /** Whether the text is what the standard defines for the class; true for classes without one. */
    static boolean strict(Class<?> type, String text) {
        Function<String, Object> parser = STRICT.get(type);
        if (parser == null) {
            return true;
        }
        try {
            return !parser.apply(text).toString().isEmpty();
        } catch (java.time.DateTimeException e) {
            return false;
        }
    }

    /**
     * Reads a decimal whose digits can be written out: 1e1000000000 is a short text and an endless number.
     *
     * @throws IllegalArgumentException if the text is no decimal, or one of more than 1,000 digits
     */
    static BigDecimal decimal(String text) {
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "no decimal: '" + Node.cut(text) + "'. Maybe write it like 59.97, with a decimal point.", e);
        }
        if (!printable(value)) {
            throw new IllegalArgumentException("number has more than " + MOST_DIGITS + " digits: " + Node.cut(text));
        }
        return value;
    }

    /** Whether the number is short enough for an amount of money. */
    static boolean fitsAmount(BigDecimal value) {
        return amountDigits(value) <= MOST_AMOUNT_DIGITS;
    }

    /**
     * Checks that the number is short enough for an amount of money.
     *
     * @throws IllegalArgumentException if it is not
     */
    static void checkAmount(BigDecimal value) {
        if (!fitsAmount(value)) {
            throw new IllegalArgumentException("an amount has at most " + MOST_AMOUNT_DIGITS + " digits, found "
                    + amountDigits(value) + ". Maybe it was meant in another unit, or not rounded yet.");
        }
    }

    private static long amountDigits(BigDecimal value) {
        int scale = value.scale();
        int precision = value.precision();
        return Math.max(Math.max(scale, precision), (long) precision - scale);
    }

    /** The canonical text: plain where there are decimals, exact where zeros stand for an exponent. */
    static String text(BigDecimal value) {
        if (!printable(value)) {
            throw new IllegalArgumentException("number has more than " + MOST_DIGITS + " digits: " + value);
        }
        return value.scale() >= 0 ? value.toPlainString() : value.toString();
    }

    private static boolean printable(BigDecimal value) {
        return Math.abs((long) value.scale()) <= MOST_DIGITS && value.precision() <= MOST_DIGITS;
    }

    /** A class name in a sentence: "an account id". */
    static String article(String className) {
        String words = CaseFormat.UPPER_CAMEL
                .to(CaseFormat.LOWER_UNDERSCORE, className)
                .replace('_', ' ');
        return ("aeiou".indexOf(words.charAt(0)) >= 0 ? "an " : "a ") + words;
    }
}
