package io.salesops.core.testkit;

import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Simple values that are valid and that a column made for the usual ones does not hold: what stores have to keep as well.
 *
 * @param text with line feed and tab, of up to 4,000 characters, not blank
 * @param number beyond an int
 * @param minorUnits of an amount: 17 to 19 digits, more than a double holds exactly
 * @param instant to the microsecond, before 1970 or after 2038
 */
public record Wide(String text, long number, long minorUnits, Instant instant) {
    private static final int ONE_IN = 5;
    private static final int SHORT = 14;
    private static final int LONGER_THAN_A_NAME = 300;
    private static final int LONGEST = 4_000;
    private static final long LEAST_MINOR_UNITS = 10_000_000_000_000_001L;

    /** Generates wide values. */
    public static Arbitrary<Wide> values() {
        return Combinators.combine(
                        texts(),
                        Arbitraries.longs().between(1L << 31, Long.MAX_VALUE),
                        Arbitraries.longs().between(LEAST_MINOR_UNITS, Long.MAX_VALUE),
                        instants())
                .as(Wide::new);
    }

    /** Texts of about 14, 300 and 4,000 characters, each with a line feed and a tab, of several scripts. */
    public static Arbitrary<String> texts() {
        return Combinators.combine(CrmArbitraries.names(), Arbitraries.of(SHORT, LONGER_THAN_A_NAME, LONGEST))
                .as((name, length) -> cut("A\nb\tc " + (name + " ").repeat(length), length - 1) + ".");
    }

    /** Cuts between two characters, and not between the halves of one. */
    private static String cut(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    /** Instants of 1900 to 1970 and of 2038 to 2100, to the microsecond. */
    public static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.of("1900-01-01T00:00:00Z", "2038-01-19T03:14:08Z"),
                        Arbitraries.longs().between(0, 60 * 365 * 24 * 3_600L),
                        Arbitraries.longs().between(1, 999_999))
                .as((from, seconds, micros) ->
                        Instant.parse(from).plusSeconds(seconds).plus(micros, ChronoUnit.MICROS));
    }

    /** Generates the values, about one of five of them with wide parts; it shrinks toward the usual ones. */
    public static <T> Arbitrary<T> some(Arbitrary<T> values, BiFunction<T, Wide, T> widened) {
        Boolean[] turns = new Boolean[ONE_IN];
        for (int i = 0; i < ONE_IN; i++) {
            turns[i] = i == ONE_IN - 1;
        }
        return Combinators.combine(values, Arbitraries.of(turns), values())
                .as((value, isWide, wide) -> isWide ? widened.apply(value, wide) : value);
    }

    /** Returns the amount in a currency. */
    public MonetaryAmount amount(CurrencyUnit currency) {
        return Amounts.of(BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits()), currency);
    }

    /** Returns the amount in dollars. */
    public MonetaryAmount amount() {
        return amount(Monetary.getCurrency("USD"));
    }

    /** Returns a decimal of as many digits as the amount, four of them behind the point. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minorUnits, 4);
    }
}
