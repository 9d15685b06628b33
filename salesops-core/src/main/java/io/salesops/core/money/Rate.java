package io.salesops.core.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import javax.money.MonetaryAmount;

/**
 * A unitless exact ratio, such as a commission rate, a discount or an uplift; it may be negative.
 *
 * <p>Text is {@code "12.5%"}, {@code "0.125"} or {@code "1/3"}; percent is written where its decimals end, a quotient
 * where they do not. A text may have up to 500 digits: what was read is always written so that it can be read again,
 * while a longer rate, which only arithmetic can make, cannot. Immutable and thread-safe.
 *
 * @param value the ratio itself: 0.125 for 12.5%
 */
public record Rate(Rational value) implements Comparable<Rate> {

    /** Nothing. */
    public static final Rate ZERO = new Rate(Rational.ZERO);

    /** The whole, 100%. */
    public static final Rate ONE = new Rate(Rational.ONE);

    private static final Rational HUNDRED = Rational.of(100);
    /** Well below what a number may have, so that the percent of a rate is always a number that can be read. */
    private static final int MOST_DIGITS = 500;

    /**
     * Obtains a rate from text: {@code "12.5%"}, {@code "0.125"} or {@code "1/3"}.
     *
     * @throws IllegalArgumentException if the text is none of these, or has more than 500 digits
     */
    @JsonCreator
    public static Rate of(String text) {
        String stripped = text.strip();
        return stripped.endsWith("%")
                ? ofPercent(stripped.substring(0, stripped.length() - 1))
                : new Rate(Rational.of(stripped).checkReadable(MOST_DIGITS, text));
    }

    /** Obtains a rate from whole percent. */
    public static Rate ofPercent(long percent) {
        return new Rate(Rational.of(percent, 100));
    }

    /**
     * Obtains a rate from percent, for example {@code "12.5"}.
     *
     * @throws IllegalArgumentException if the text is no number
     */
    public static Rate ofPercent(String percent) {
        return new Rate(Rational.of(percent).dividedBy(HUNDRED).checkReadable(MOST_DIGITS, percent));
    }

    /**
     * Obtains the exact ratio of a part to the whole.
     *
     * @throws IllegalArgumentException if the whole is zero
     */
    public static Rate ratio(long part, long whole) {
        return new Rate(Rational.of(part, whole));
    }

    /**
     * Returns this share of the amount, rounded once by the policy.
     *
     * @throws ArithmeticException if the policy demands an exact result and there is none
     */
    public MonetaryAmount of(MonetaryAmount base, RoundingPolicy rounding) {
        return rounding.round(Amounts.exact(base).times(value), base.getCurrency());
    }

    /** Returns the sum. */
    public Rate plus(Rate other) {
        return new Rate(value.plus(other.value));
    }

    /** Returns the difference. */
    public Rate minus(Rate other) {
        return new Rate(value.minus(other.value));
    }

    /** Returns the product. */
    public Rate times(Rate other) {
        return new Rate(value.times(other.value));
    }

    /** Returns what is missing to 100%. */
    public Rate complement() {
        return ONE.minus(this);
    }

    /** Returns -1, 0 or 1 as the rate is negative, zero or positive. */
    public int signum() {
        return value.signum();
    }

    @Override
    public int compareTo(Rate other) {
        return value.compareTo(other.value);
    }

    /** Returns the text that {@link #of(String)} reads. */
    @JsonValue
    @Override
    public String toString() {
        String percent = value.times(HUNDRED).toString();
        return percent.indexOf('/') < 0 ? percent + "%" : value.toString();
    }
}
