package io.salesops.core.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Whether chances come true: of deals with a chance of 30 %, three in ten should be won. Immutable and thread-safe.
 *
 * @param deals how many
 * @param brier the mean squared error of the chances, 0 to 1 (Brier 1950); lower is better
 * @param error the mean distance of stated chance and share won over the bins, weighted by deals (expected calibration error)
 * @param bins ten bins of equal width that hold deals, from unlikely to likely
 */
public record Calibration(long deals, double brier, double error, ImmutableList<Bin> bins) {
    private static final int BINS = 10;

    /**
     * The deals whose chance lies in a tenth.
     *
     * @param deals how many
     * @param stated the mean of their chances
     * @param won the share of them that was won
     */
    public record Bin(long deals, double stated, double won) {}

    /**
     * Holds chances against outcomes, in the same order.
     *
     * @throws IllegalArgumentException if there is not one outcome for each chance, or a chance is not from 0 to 1
     */
    public static Calibration of(List<Double> chances, List<Boolean> won) {
        checkArgument(
                chances.size() == won.size(), "%s chances must have as many outcomes: %s", chances.size(), won.size());
        long[] count = new long[BINS];
        double[] stated = new double[BINS];
        long[] wins = new long[BINS];
        double squares = 0;
        for (int i = 0; i < chances.size(); i++) {
            double chance = chances.get(i);
            checkArgument(chance >= 0 && chance <= 1, "chance must be from 0 to 1: %s", chance);
            int bin = Math.min(BINS - 1, (int) (chance * BINS));
            int outcome = won.get(i) ? 1 : 0;
            count[bin]++;
            stated[bin] += chance;
            wins[bin] += outcome;
            squares += (chance - outcome) * (chance - outcome);
        }
        ImmutableList.Builder<Bin> bins = ImmutableList.builder();
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (count[bin] > 0) {
                double mean = stated[bin] / count[bin];
                double share = (double) wins[bin] / count[bin];
                bins.add(new Bin(count[bin], mean, share));
                error += Math.abs(mean - share) * count[bin] / chances.size();
            }
        }
        return new Calibration(chances.size(), chances.isEmpty() ? 0 : squares / chances.size(), error, bins.build());
    }
}
