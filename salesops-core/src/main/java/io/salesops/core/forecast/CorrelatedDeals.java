package io.salesops.core.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import io.salesops.core.money.Amounts;
import java.util.Arrays;
import java.util.Collection;
import java.util.SplittableRandom;

/**
 * The distribution of the sum of deals that depend on one common factor, by seeded simulation.
 *
 * <p>Each trial draws the factor z; a deal is then won with the chance N((N^-1(p) - sqrt(r) z) / sqrt(1 - r)), so that over
 * all trials its chance is p (Li, On Default Correlation: A Copula Function Approach, 2000). Cost: deals times trials.
 */
final class CorrelatedDeals {
    private static final int STEPS = 4_096;

    private CorrelatedDeals() {}

    static Bookings simulate(Collection<LikelyDeal> deals, double correlation, long seed, int trials) {
        checkArgument(correlation >= 0 && correlation < 1, "correlation must be from 0 to below 1: %s", correlation);
        checkArgument(trials > 0, "there must be a trial: %s", trials);
        IndependentDeals.Columns columns = IndependentDeals.Columns.of(deals);
        int size = columns.units.length;
        double[] bounds = new double[size];
        long most = 0;
        for (int i = 0; i < size; i++) {
            bounds[i] = NormalCurve.inverse(columns.chances[i]);
            most = Math.addExact(most, columns.units[i]);
        }
        double common = StrictMath.sqrt(correlation);
        double own = StrictMath.sqrt(1 - correlation);
        SplittableRandom random = new SplittableRandom(seed);
        long[] totals = new long[trials];
        double[] chances = columns.chances.clone();
        for (int trial = 0; trial < trials; trial++) {
            if (correlation > 0) {
                double z = NormalCurve.inverse(random.nextDouble());
                for (int i = 0; i < size; i++) {
                    chances[i] = given(columns.chances[i], (bounds[i] - common * z) / own);
                }
            }
            long total = 0;
            for (int i = 0; i < size; i++) {
                total += random.nextDouble() < chances[i] ? columns.units[i] : 0;
            }
            totals[trial] = total;
        }
        return histogram(columns, totals, most);
    }

    private static double given(double chance, double bound) {
        return chance <= 0 || chance >= 1 ? chance : NormalCurve.below(bound);
    }

    private static Bookings histogram(IndependentDeals.Columns columns, long[] totals, long most) {
        long step = most / STEPS + 1;
        double[] chances = new double[(int) (most / step) + 2];
        int used = 1;
        Arrays.sort(totals);
        for (long total : totals) {
            int bucket = (int) ((total + step / 2) / step);
            chances[bucket] += 1.0 / totals.length;
            used = Math.max(used, bucket + 1);
        }
        return new Bookings(Amounts.zero(columns.currency), columns.amount(step), Bookings.boxed(chances, used));
    }
}
