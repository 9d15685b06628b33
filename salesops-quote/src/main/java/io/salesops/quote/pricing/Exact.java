package io.salesops.quote.pricing;

import com.google.common.math.LongMath;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.Rational;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An exact number that changes: a quotient of two longs as long as it fits, a {@link Rational} from then on. It is
 * reduced only where it would not fit otherwise, so that most steps cost two multiplications. Not thread-safe.
 */
final class Exact {
    private static final int LONG_BITS = 63;

    private long over;
    private long under = 1;
    private @Nullable Rational wide;

    /** Sets a quotient; {@code divisor} is positive. */
    void set(long number, long divisor) {
        over = number;
        under = divisor;
        wide = null;
    }

    /** Sets any exact number. */
    void set(Rational value) {
        if (value.numerator().bitLength() < LONG_BITS && value.denominator().bitLength() < LONG_BITS) {
            set(value.numerator().longValue(), value.denominator().longValue());
        } else {
            wide = value;
        }
    }

    /** Sets the number of another one. */
    void set(Exact other) {
        over = other.over;
        under = other.under;
        wide = other.wide;
    }

    /** Multiplies with a quotient; {@code divisor} is positive. */
    void times(long factor, long divisor) {
        if (wide == null) {
            long top = over * factor;
            long bottom = under * divisor;
            if (fits(over, factor, top) && fits(under, divisor, bottom)) {
                over = top;
                under = bottom;
            } else {
                timesReduced(factor, divisor);
            }
            return;
        }
        times(new Rational(BigInteger.valueOf(factor), BigInteger.valueOf(divisor)));
    }

    private static boolean fits(long a, long b, long product) {
        return Math.multiplyHigh(a, b) == product >> LONG_BITS && product != Long.MIN_VALUE;
    }

    /** Cancels what numerators and denominators have in common before they are multiplied. */
    private void timesReduced(long factor, long divisor) {
        long straight = LongMath.gcd(Math.abs(over), under);
        long factored = LongMath.gcd(Math.abs(factor), divisor);
        long cross = LongMath.gcd(Math.abs(over / straight), divisor / factored);
        long other = LongMath.gcd(Math.abs(factor / factored), under / straight);
        long a = over / straight / cross;
        long b = factor / factored / other;
        long c = under / straight / other;
        long d = divisor / factored / cross;
        if (fits(a, b, a * b) && fits(c, d, c * d)) {
            over = a * b;
            under = c * d;
        } else {
            set(new Rational(BigInteger.valueOf(over), BigInteger.valueOf(under))
                    .times(new Rational(BigInteger.valueOf(factor), BigInteger.valueOf(divisor))));
        }
    }

    /** Multiplies with any exact number. */
    void times(Rational factor) {
        set(value().times(factor));
    }

    /** Adds a quotient; {@code divisor} is positive. */
    void plus(long number, long divisor) {
        if (wide == null && divisor == 1) {
            long added = number * under;
            long sum = over + added;
            boolean fits = Math.multiplyHigh(number, under) == added >> LONG_BITS
                    && ((over ^ sum) & (added ^ sum)) >= 0
                    && sum != Long.MIN_VALUE;
            if (fits) {
                over = sum;
                return;
            }
        }
        set(value().plus(Rational.of(number, divisor)));
    }

    /** Multiplies with a quotient of two longs, or with any exact number where it is none. */
    void times(Ratio factor) {
        if (factor.wide() == null) {
            times(factor.over(), factor.under());
        } else {
            times(factor.wide());
        }
    }

    /** Multiplies with what a discount leaves: 9/10 of 10%. */
    void timesLeft(Rational rate) {
        if (rate.numerator().bitLength() < LONG_BITS && rate.denominator().bitLength() < LONG_BITS) {
            long divisor = rate.denominator().longValue();
            long left = divisor - rate.numerator().longValue();
            // A surcharge of so many digits may not fit.
            if (left >= 0) {
                times(left, divisor);
                return;
            }
        }
        times(Rational.ONE.minus(rate));
    }

    int signum() {
        return wide == null ? Long.signum(over) : wide.signum();
    }

    /** Whether this number is below another one. */
    boolean isBelow(Exact other) {
        if (wide == null && other.wide == null && under == other.under) {
            return over < other.over;
        }
        return value().compareTo(other.value()) < 0;
    }

    /**
     * Rounds once to a whole number.
     *
     * @throws ArithmeticException if it does not fit in 63 bits
     */
    long round(RoundingMode mode) {
        if (wide != null) {
            BigInteger rounded = wide.round(0, mode).unscaledValue();
            if (rounded.bitLength() > LONG_BITS) {
                throw new ArithmeticException("amount needs more than 63 bits of minor units: " + rounded);
            }
            return rounded.longValueExact();
        }
        if (under == 1) {
            return over;
        }
        if (mode == RoundingMode.HALF_UP && over >= 0) {
            long quotient = over / under;
            long rest = over - quotient * under;
            return rest >= under - rest ? quotient + 1 : quotient;
        }
        return MoneyKernel.multiply(over, 1, under, mode);
    }

    long over() {
        return over;
    }

    long under() {
        return under;
    }

    @Nullable
    Rational wide() {
        return wide;
    }

    /** The number, reduced. */
    Rational value() {
        return wide == null ? new Rational(BigInteger.valueOf(over), BigInteger.valueOf(under)) : wide;
    }

    /**
     * An exact number that does not change, with both its longs at hand.
     *
     * @param over above the stroke, if {@code wide} is null
     * @param under below the stroke, positive
     * @param wide the number where it is no quotient of two longs
     */
    record Ratio(long over, long under, @Nullable Rational wide) {
        static final Ratio ONE = new Ratio(1, 1, null);

        static Ratio of(Rational value) {
            return value.numerator().bitLength() < LONG_BITS
                            && value.denominator().bitLength() < LONG_BITS
                    ? new Ratio(
                            value.numerator().longValue(), value.denominator().longValue(), null)
                    : new Ratio(0, 1, value);
        }

        /** What a discount leaves: 9/10 of 10%. */
        static Ratio left(Rational rate) {
            return of(Rational.ONE.minus(rate));
        }

        boolean isOne() {
            return wide == null && over == 1 && under == 1;
        }

        Rational value() {
            return wide == null ? Rational.of(over, under) : wide;
        }
    }
}
