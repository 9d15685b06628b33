package io.salesops.core.money;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.math.LongMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An exact number: numerator over denominator, reduced, with a positive denominator.
 *
 * <p>Text is a decimal where the decimals end ({@code "0.125"}) and a quotient where they do not ({@code "1/3"}); both
 * are read. A text may have up to 1,000 digits on either side of the point, or above and below the stroke: what was read
 * is always written so that it can be read again, while a longer number, which only arithmetic can make, cannot.
 * Immutable and thread-safe; each operation costs one reduction by the greatest common divisor.
 *
 * @param numerator above the stroke, with the sign
 * @param denominator below the stroke; any number but zero is taken, and is positive once reduced
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {

    /** Nothing. */
    public static final Rational ZERO = of(0);

    /** One. */
    public static final Rational ONE = of(1);

    private static final int MOST_DIGITS = 1_000;
    private static final int SHORT_BITS = 63;
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    /** Reduces the quotient and moves the sign to the numerator. */
    public Rational {
        checkArgument(denominator.signum() != 0, "denominator must not be zero: %s/%s", numerator, denominator);
        if (denominator.signum() < 0) {
            numerator = numerator.negate();
            denominator = denominator.negate();
        }
        if (!denominator.equals(BigInteger.ONE)) {
            BigInteger divisor = divisor(numerator, denominator);
            if (!divisor.equals(BigInteger.ONE)) {
                numerator = numerator.divide(divisor);
                denominator = denominator.divide(divisor);
            }
        }
    }

    private static BigInteger divisor(BigInteger numerator, BigInteger denominator) {
        // Most numbers are short, and there the binary algorithm on longs is several times faster.
        return numerator.bitLength() < SHORT_BITS && denominator.bitLength() < SHORT_BITS
                ? BigInteger.valueOf(LongMath.gcd(Math.abs(numerator.longValue()), denominator.longValue()))
                : numerator.gcd(denominator);
    }

    /** Obtains a whole number. */
    public static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    /** Obtains a quotient. */
    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * Obtains the exact value of a decimal.
     *
     * @throws IllegalArgumentException if it has more than 1,000 digits before or after the point
     */
    public static Rational of(BigDecimal value) {
        // 1e1000000000 is a short text and an endless number.
        checkArgument(
                value.scale() <= MOST_DIGITS && (long) value.precision() - value.scale() <= MOST_DIGITS,
                "number has more than %s digits before or after the point: unscaled %s digits, scale %s",
                MOST_DIGITS,
                value.precision(),
                value.scale());
        return value.scale() <= 0
                ? new Rational(value.toBigIntegerExact(), BigInteger.ONE)
                : new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    /**
     * Obtains a number from text: {@code "12"}, {@code "0.125"} or {@code "1/3"}.
     *
     * @throws IllegalArgumentException if the text is neither a decimal nor a quotient of two decimals, or has more than
     *     1,000 digits
     */
    @JsonCreator
    public static Rational of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return decimal(text, text);
        }
        Rational divisor = decimal(text.substring(slash + 1), text);
        checkArgument(divisor.signum() != 0, "denominator must not be zero: '%s'", text);
        return decimal(text.substring(0, slash), text).dividedBy(divisor).checkReadable(MOST_DIGITS, text);
    }

    private static Rational decimal(String part, String whole) {
        try {
            return of(new BigDecimal(part.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "no number: '" + whole + "'. Maybe write it like 12, 0.125 or 1/3, with a decimal point.", e);
        }
    }

    /** Refuses a number that has too many digits above or below the stroke to be read back. */
    Rational checkReadable(int mostDigits, String text) {
        checkArgument(
                fits(numerator.abs(), mostDigits) && fits(denominator, mostDigits),
                "number has more than %s digits: '%s'",
                mostDigits,
                text);
        return this;
    }

    private static boolean fits(BigInteger value, int mostDigits) {
        // Three bits are less than a digit: the power is needed for very long numbers only.
        return value.bitLength() <= 3 * mostDigits || value.compareTo(BigInteger.TEN.pow(mostDigits)) < 0;
    }

    /** Returns the sum. */
    public Rational plus(Rational other) {
        return denominator.equals(other.denominator)
                ? new Rational(numerator.add(other.numerator), denominator)
                : new Rational(
                        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                        denominator.multiply(other.denominator));
    }

    /** Returns the difference. */
    public Rational minus(Rational other) {
        return plus(other.negated());
    }

    /** Returns the product. */
    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * Returns the quotient.
     *
     * @throws IllegalArgumentException if {@code other} is zero
     */
    public Rational dividedBy(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** Returns the number with the other sign. */
    public Rational negated() {
        return new Rational(numerator.negate(), denominator);
    }

    /** Returns the number without its sign. */
    public Rational abs() {
        return signum() < 0 ? negated() : this;
    }

    /** Returns the smaller number. */
    public Rational min(Rational other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Returns the larger number. */
    public Rational max(Rational other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Returns -1, 0 or 1 as the number is negative, zero or positive. */
    public int signum() {
        return numerator.signum();
    }

    /**
     * Rounds to {@code scale} decimals.
     *
     * @throws ArithmeticException if the mode is UNNECESSARY and the number has more decimals
     */
    public BigDecimal round(int scale, RoundingMode mode) {
        try {
            return new BigDecimal(numerator).divide(new BigDecimal(denominator), scale, mode);
        } catch (ArithmeticException e) {
            ArithmeticException named = new ArithmeticException(
                    this + " has more than " + scale + " decimals. Maybe choose a mode that rounds.");
            named.initCause(e);
            throw named;
        }
    }

    /** Returns the number as a decimal without trailing zeros, if its decimals end. */
    public Optional<BigDecimal> decimal() {
        int twos = denominator.getLowestSetBit();
        BigInteger rest = denominator.shiftRight(twos);
        int fives = 0;
        for (BigInteger[] next = rest.divideAndRemainder(FIVE);
                next[1].signum() == 0;
                next = rest.divideAndRemainder(FIVE)) {
            rest = next[0];
            fives++;
        }
        return rest.equals(BigInteger.ONE)
                ? Optional.of(round(Math.max(twos, fives), RoundingMode.UNNECESSARY))
                : Optional.empty();
    }

    /** Returns a double that is at most one unit in its last place off, for statistics only: never for an amount of money. */
    public double approximate() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** Returns the text that {@link #of(String)} reads. */
    @JsonValue
    @Override
    public String toString() {
        return decimal()
                .filter(decimal -> decimal.scale() <= MOST_DIGITS)
                .map(BigDecimal::toPlainString)
                .orElseGet(() -> numerator + "/" + denominator);
    }
}
