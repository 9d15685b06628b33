package io.salesops.quote.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/** A fraction by school rules, apart from the library's own: reduced, the sign above the stroke. */
record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {
    static final Fraction ZERO = of(0);
    static final Fraction ONE = of(1);

    Fraction {
        if (under.signum() == 0) {
            throw new ArithmeticException("nothing under the stroke: " + over);
        }
        BigInteger divisor = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
        over = over.divide(divisor);
        under = under.divide(divisor);
    }

    static Fraction of(long whole) {
        return of(whole, 1);
    }

    static Fraction of(long over, long under) {
        return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    static Fraction of(BigDecimal value) {
        BigInteger unscaled = value.unscaledValue();
        return value.scale() >= 0
                ? new Fraction(unscaled, BigInteger.TEN.pow(value.scale()))
                : new Fraction(unscaled.multiply(BigInteger.TEN.pow(-value.scale())), BigInteger.ONE);
    }

    static Fraction of(Optional<BigDecimal> value) {
        return value.map(Fraction::of).orElse(ZERO);
    }

    /** Reads percent, a decimal or a quotient. */
    static Fraction read(String text) {
        if (text.endsWith("%")) {
            return read(text.substring(0, text.length() - 1)).by(of(100));
        }
        int stroke = text.indexOf('/');
        return stroke < 0
                ? of(new BigDecimal(text))
                : of(new BigDecimal(text.substring(0, stroke))).by(of(new BigDecimal(text.substring(stroke + 1))));
    }

    Fraction plus(Fraction other) {
        return new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Fraction minus(Fraction other) {
        return new Fraction(
                over.multiply(other.under).subtract(other.over.multiply(under)), under.multiply(other.under));
    }

    Fraction times(Fraction other) {
        return new Fraction(over.multiply(other.over), under.multiply(other.under));
    }

    Fraction by(Fraction other) {
        return new Fraction(over.multiply(other.under), under.multiply(other.over));
    }

    Fraction least(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Fraction most(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    int sign() {
        return over.signum();
    }

    @Override
    public int compareTo(Fraction other) {
        return minus(other).over.signum();
    }

    /** The next whole number upwards. */
    Fraction ceiling() {
        BigInteger[] parts = over.divideAndRemainder(under);
        return new Fraction(parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0], BigInteger.ONE);
    }

    /** Whole units after the point was moved: half up and half even, written out. */
    BigInteger rounded(int decimals, RoundingMode mode) {
        BigInteger scaled = over.abs().multiply(BigInteger.TEN.pow(decimals));
        BigInteger[] parts = scaled.divideAndRemainder(under);
        int half = parts[1].shiftLeft(1).compareTo(under);
        boolean up = switch (mode) {
            case HALF_UP -> half >= 0;
            case HALF_EVEN -> half > 0 || (half == 0 && parts[0].testBit(0));
            default -> throw new AssertionError("not in the reference: " + mode);
        };
        BigInteger magnitude = up ? parts[0].add(BigInteger.ONE) : parts[0];
        return over.signum() < 0 ? magnitude.negate() : magnitude;
    }

    /** An amount of so many whole units after the point was moved. */
    static Fraction of(BigInteger minor, int decimals) {
        return new Fraction(minor, BigInteger.TEN.pow(decimals));
    }

    @Override
    public String toString() {
        return under.equals(BigInteger.ONE) ? over.toString() : over + "/" + under;
    }
}
