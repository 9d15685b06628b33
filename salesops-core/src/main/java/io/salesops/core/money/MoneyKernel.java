package io.salesops.core.money;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * Exact arithmetic on long minor units, for engine authors. A product that needs more than 63 bits is calculated in
 * twice as many; a result that needs more is an ArithmeticException that names the values. Never double, never silent.
 *
 * <p>All methods are pure and thread-safe; {@link #allocate} writes only to the array of shares that it is given.
 */
public final class MoneyKernel {

    private MoneyKernel() {}

    /**
     * Returns the amount in minor units of the scale: USD 59.97 at scale 2 is 5,997.
     *
     * @throws ArithmeticException if the amount has more decimals than the scale, or does not fit in 63 bits
     */
    public static long minor(MonetaryAmount amount, int scale) {
        BigDecimal number = Amounts.number(amount);
        try {
            return number.setScale(scale, RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw arithmetic(
                    amount + " is no whole number of minor units at scale " + scale + " that fits in 63 bits",
                    "Maybe round it by a policy first, or use a smaller scale.",
                    e);
        }
    }

    /** Returns the amount of so many minor units: 5,997 at scale 2 is USD 59.97. */
    public static MonetaryAmount amount(long minor, int scale, CurrencyUnit currency) {
        return Amounts.of(BigDecimal.valueOf(minor, scale), currency);
    }

    /**
     * Returns {@code minor * ratio}, rounded once.
     *
     * @throws ArithmeticException if the result does not fit in 63 bits, or the mode is UNNECESSARY and there is a rest
     */
    public static long multiply(long minor, Rational ratio, RoundingMode mode) {
        return ratio.numerator().bitLength() < Long.SIZE && ratio.denominator().bitLength() < Long.SIZE
                ? multiply(
                        minor,
                        ratio.numerator().longValue(),
                        ratio.denominator().longValue(),
                        mode)
                : multiplyAnySize(minor, ratio, mode);
    }

    private static long multiplyAnySize(long minor, Rational ratio, RoundingMode mode) {
        try {
            return ratio.times(Rational.of(minor)).round(0, mode).longValueExact();
        } catch (ArithmeticException e) {
            throw arithmetic(
                    minor + " * " + ratio + " is no whole number that fits in 63 bits, rounded " + mode,
                    "Maybe use a smaller scale, or a mode that rounds.",
                    e);
        }
    }

    /**
     * Returns {@code minor * numerator / denominator}, rounded once. It allocates nothing.
     *
     * @param minor any number of minor units
     * @param numerator any number
     * @param denominator positive
     * @param mode how the exact quotient is rounded to a whole number
     * @throws IllegalArgumentException if the denominator is not positive
     * @throws ArithmeticException if the result does not fit in 63 bits, or the mode is UNNECESSARY and there is a rest
     */
    public static long multiply(long minor, long numerator, long denominator, RoundingMode mode) {
        checkArgument(denominator > 0, "denominator must be positive: %s", denominator);
        long high = Math.multiplyHigh(minor, numerator);
        long low = minor * numerator;
        if (high != low >> 63) {
            return multiplyWide(minor, numerator, denominator, mode);
        }
        long quotient = low / denominator;
        long rest = low - quotient * denominator;
        return rest == 0 ? quotient : quotient + step(low < 0, quotient, Math.abs(rest), denominator, mode);
    }

    private static long multiplyWide(long minor, long numerator, long denominator, RoundingMode mode) {
        boolean negative = minor < 0 != numerator < 0;
        long high = Math.multiplyHigh(minor, numerator);
        long low = minor * numerator;
        if (negative) {
            low = -low;
            high = low == 0 ? -high : ~high;
        }
        if (high >= denominator) {
            throw tooLarge(minor, numerator, denominator);
        }
        long magnitude = WideDivision.divide(high, low, denominator);
        long rest = low - magnitude * denominator;
        // The magnitude is unsigned; of those beyond 63 bits only 2^63 itself has a place, and only below zero.
        if (magnitude < 0 && !(negative && magnitude == Long.MIN_VALUE)) {
            throw tooLarge(minor, numerator, denominator);
        }
        long quotient = negative ? -magnitude : magnitude;
        int step = rest == 0 ? 0 : step(negative, quotient, rest, denominator, mode);
        if ((step > 0 && quotient == Long.MAX_VALUE) || (step < 0 && quotient == Long.MIN_VALUE)) {
            throw tooLarge(minor, numerator, denominator);
        }
        return quotient + step;
    }

    /** Returns what rounding adds to a quotient that was cut off toward zero and left a rest: -1, 0 or 1. */
    private static int step(boolean negative, long quotient, long rest, long denominator, RoundingMode mode) {
        int away = negative ? -1 : 1;
        long half = rest - (denominator - rest);
        return switch (mode) {
            case UP -> away;
            case DOWN -> 0;
            case CEILING -> negative ? 0 : 1;
            case FLOOR -> negative ? -1 : 0;
            case HALF_UP -> half >= 0 ? away : 0;
            case HALF_DOWN -> half > 0 ? away : 0;
            case HALF_EVEN -> half > 0 || (half == 0 && (quotient & 1) != 0) ? away : 0;
            case UNNECESSARY ->
                throw new ArithmeticException("quotient " + quotient + " leaves the rest " + rest + "/" + denominator
                        + ". Maybe choose a mode that rounds.");
        };
    }

    private static ArithmeticException tooLarge(long minor, long numerator, long denominator) {
        return new ArithmeticException(minor + " * " + numerator + " / " + denominator
                + " needs more than 63 bits. Maybe use a smaller scale.");
    }

    /**
     * Splits {@code total} in proportion to the weights by largest remainder (Hamilton): the shares sum to the total,
     * and each is the floor or the ceiling of its exact value. Ties go to the larger weight, then to the smaller index;
     * a negative total is split as the mirror image of the positive one. O(n log n) at most, O(n) as a rule.
     *
     * @param total what to split, in minor units
     * @param weights not negative, not all zero; it is only read
     * @param shares receives the share of each weight; another array than the weights
     * @throws IllegalArgumentException if a weight is negative, all are zero, or the arrays do not fit
     */
    public static void allocate(long total, long[] weights, long[] shares) {
        checkArgument(
                weights.length == shares.length,
                "weights and shares must be of one length: %s and %s",
                weights.length,
                shares.length);
        checkArgument(weights != shares, "shares must not be written over the weights");
        long whole = 0;
        boolean wide = false;
        for (long weight : weights) {
            checkArgument(weight >= 0, "weight must not be negative: %s", weight);
            whole += weight;
            // A sum beyond 63 bits is negative once, and may be positive again later.
            wide |= whole < 0;
        }
        checkArgument(whole != 0 || wide, "weights must not all be zero: %s of them", weights.length);
        if (wide || total == Long.MIN_VALUE) {
            allocateWide(total, weights, shares);
            return;
        }
        LargestRemainder.split(Math.abs(total), whole, weights, shares);
        if (total < 0) {
            for (int i = 0; i < shares.length; i++) {
                shares[i] = -shares[i];
            }
        }
    }

    private static void allocateWide(long total, long[] weights, long[] shares) {
        BigInteger[] wideWeights = new BigInteger[weights.length];
        for (int i = 0; i < weights.length; i++) {
            wideWeights[i] = BigInteger.valueOf(weights[i]);
        }
        BigInteger[] wideShares = WideAllocation.allocate(BigInteger.valueOf(total), wideWeights);
        for (int i = 0; i < weights.length; i++) {
            shares[i] = wideShares[i].longValueExact();
        }
    }

    private static ArithmeticException arithmetic(String problem, String hint, ArithmeticException cause) {
        ArithmeticException exception = new ArithmeticException(problem + ". " + hint);
        exception.initCause(cause);
        return exception;
    }
}
