package io.salesops.core.money;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.LongMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * Exact arithmetic on long minor units, for engine authors. A product that needs more than 63 bits is calculated in
 * BigInteger; a result that needs more is an ArithmeticException that names the values. Never double, never silent.
 *
 * <p>All methods are pure and thread-safe; {@link #allocate} writes only to the array it is given.
 */
public final class MoneyKernel {

    private MoneyKernel() {}

    /**
     * Returns the amount in minor units of the scale: USD 59.97 at scale 2 is 5,997.
     *
     * @throws ArithmeticException if the amount has more decimals than the scale, or does not fit in 63 bits
     */
    public static long minor(MonetaryAmount amount, int scale) {
        try {
            return Amounts.number(amount)
                    .setScale(scale, RoundingMode.UNNECESSARY)
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
     * Returns {@code minor * numerator / denominator}, rounded once.
     *
     * @throws ArithmeticException if the result does not fit in 63 bits, or the mode is UNNECESSARY and there is a rest
     */
    public static long multiply(long minor, long numerator, long denominator, RoundingMode mode) {
        checkArgument(denominator > 0, "denominator must be positive: %s", denominator);
        long high = Math.multiplyHigh(minor, numerator);
        long low = minor * numerator;
        return high == low >> 63
                ? LongMath.divide(low, denominator, mode)
                : multiplyWide(minor, numerator, denominator, mode);
    }

    private static long multiplyWide(long minor, long numerator, long denominator, RoundingMode mode) {
        BigDecimal exact = new BigDecimal(BigInteger.valueOf(minor).multiply(BigInteger.valueOf(numerator)));
        try {
            return exact.divide(BigDecimal.valueOf(denominator), 0, mode).longValueExact();
        } catch (ArithmeticException e) {
            throw arithmetic(
                    minor + " * " + numerator + " / " + denominator + " needs more than 63 bits",
                    "Maybe use a smaller scale.",
                    e);
        }
    }

    /**
     * Splits {@code total} in proportion to the weights by largest remainder (Hamilton): the shares sum to the total,
     * and each is the floor or the ceiling of its exact value. Ties go to the larger weight, then to the smaller index;
     * a negative total is split as the mirror image of the positive one. O(n log n).
     *
     * @param total what to split, in minor units
     * @param weights not negative, not all zero; their sum fits in 63 bits
     * @param shares receives the share of each weight
     * @throws IllegalArgumentException if a weight is negative, or all are zero
     * @throws ArithmeticException if the weights' sum needs more than 63 bits, or the total is Long.MIN_VALUE
     */
    public static void allocate(long total, long[] weights, long[] shares) {
        checkArgument(
                weights.length == shares.length,
                "weights and shares must be of one length: %s and %s",
                weights.length,
                shares.length);
        long whole = 0;
        for (long weight : weights) {
            checkArgument(weight >= 0, "weight must not be negative: %s", weight);
            whole = Math.addExact(whole, weight);
        }
        checkArgument(whole > 0, "weights must not all be zero: %s of them", weights.length);
        if (total < 0) {
            split(Math.negateExact(total), whole, weights, shares);
            for (int i = 0; i < shares.length; i++) {
                shares[i] = -shares[i];
            }
        } else {
            split(total, whole, weights, shares);
        }
    }

    private static void split(long total, long whole, long[] weights, long[] shares) {
        long[] remainders = new long[weights.length];
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            long weight = weights[i];
            long low = total * weight;
            if (Math.multiplyHigh(total, weight) == low >> 63) {
                shares[i] = low / whole;
                remainders[i] = low - shares[i] * whole;
            } else {
                BigInteger[] wide = BigInteger.valueOf(total)
                        .multiply(BigInteger.valueOf(weight))
                        .divideAndRemainder(BigInteger.valueOf(whole));
                shares[i] = wide[0].longValueExact();
                remainders[i] = wide[1].longValueExact();
            }
            given += shares[i];
        }
        int left = Math.toIntExact(total - given);
        if (left > 0) {
            giveToLargestRemainders(left, remainders, weights, shares);
        }
    }

    /** Sorting the remainders alone finds the last one that is served; only ties with it need the weights. */
    private static void giveToLargestRemainders(int left, long[] remainders, long[] weights, long[] shares) {
        long[] sorted = remainders.clone();
        Arrays.sort(sorted);
        long last = sorted[sorted.length - left];
        int ties = 0;
        int open = left;
        for (int i = 0; i < shares.length; i++) {
            if (remainders[i] > last) {
                shares[i]++;
                open--;
            } else if (remainders[i] == last) {
                ties++;
            }
        }
        if (open == ties) {
            for (int i = 0; i < shares.length; i++) {
                if (remainders[i] == last) {
                    shares[i]++;
                }
            }
        } else {
            giveToLargerWeights(open, ties, last, remainders, weights, shares);
        }
    }

    private static void giveToLargerWeights(
            int open, int ties, long last, long[] remainders, long[] weights, long[] shares) {
        long[] tied = new long[ties];
        int count = 0;
        for (int i = 0; i < shares.length; i++) {
            if (remainders[i] == last) {
                tied[count++] = weights[i];
            }
        }
        Arrays.sort(tied);
        long lastWeight = tied[ties - open];
        for (int i = 0; i < shares.length && open > 0; i++) {
            if (remainders[i] == last && weights[i] > lastWeight) {
                shares[i]++;
                open--;
            }
        }
        for (int i = 0; i < shares.length && open > 0; i++) {
            if (remainders[i] == last && weights[i] == lastWeight) {
                shares[i]++;
                open--;
            }
        }
    }

    private static ArithmeticException arithmetic(String problem, String hint, ArithmeticException cause) {
        ArithmeticException exception = new ArithmeticException(problem + ". " + hint);
        exception.initCause(cause);
        return exception;
    }
}
