package io.salesops.core.money;

import java.util.Arrays;

/** The largest remainder rule on longs: the inner part of {@link MoneyKernel#allocate}. */
final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * Splits a total, not negative, over weights that sum to {@code whole}.
     *
     * <p>The shares are cut off; the units that are left, fewer than there are weights, go to the largest remainders.
     */
    static void split(long total, long whole, long[] weights, long[] shares) {
        long[] remainders = new long[weights.length];
        long left = total;
        for (int i = 0; i < weights.length; i++) {
            long weight = weights[i];
            long low = total * weight;
            long high = Math.multiplyHigh(total, weight);
            // Both factors have 63 bits at most, and no weight exceeds the whole: the quotient fits.
            long share = high == 0 && low >= 0 ? low / whole : WideDivision.divide(high, low, whole);
            shares[i] = share;
            remainders[i] = low - share * whole;
            left -= share;
        }
        if (left > 0) {
            give((int) left, remainders, weights, shares);
        }
    }

    /** Sorting the remainders alone finds the last one that is served; only ties with it need the weights. */
    private static void give(int left, long[] remainders, long[] weights, long[] shares) {
        long last = largest(left, remainders.clone());
        int open = left;
        int ties = 0;
        for (int i = 0; i < shares.length; i++) {
            if (remainders[i] > last) {
                shares[i]++;
                open--;
            } else if (remainders[i] == last) {
                ties++;
            }
        }
        long lastWeight = open == ties ? 0 : lastTiedWeight(open, ties, last, remainders, weights);
        giveToTies(open, lastWeight, last, remainders, weights, shares);
    }

    private static long lastTiedWeight(int open, int ties, long last, long[] remainders, long[] weights) {
        long[] tied = new long[ties];
        int count = 0;
        for (int i = 0; i < weights.length; i++) {
            if (remainders[i] == last) {
                tied[count++] = weights[i];
            }
        }
        return largest(open, tied);
    }

    private static void giveToTies(
            int open, long lastWeight, long last, long[] remainders, long[] weights, long[] shares) {
        int rest = open;
        for (int i = 0; i < shares.length; i++) {
            if (remainders[i] == last && weights[i] > lastWeight) {
                shares[i]++;
                rest--;
            }
        }
        for (int i = 0; rest > 0; i++) {
            if (remainders[i] == last && weights[i] == lastWeight) {
                shares[i]++;
                rest--;
            }
        }
    }

    /** Returns the n-th largest value; it may reorder them. */
    private static long largest(int n, long[] values) {
        Arrays.sort(values);
        return values[values.length - n];
    }
}
