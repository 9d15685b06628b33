package io.salesops.benchmarks.territory;

import java.util.Arrays;
import java.util.Random;

/** Made-up accounts: each in a unit drawn by its population, strewn by a twentieth of a degree, with a log-normal potential. */
final class GeneratedAccounts {
    private static final double SPREAD = 0.05;

    private final double[] latitudes;
    private final double[] longitudes;
    private final long[] workloads;

    private GeneratedAccounts(int size) {
        latitudes = new double[size];
        longitudes = new double[size];
        workloads = new long[size];
    }

    static GeneratedAccounts over(Csv units, int size, long seed) {
        GeneratedAccounts accounts = new GeneratedAccounts(size);
        long[] sums = units.longs("pop_synth");
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        double[] latitudes = units.doubles("lat");
        double[] longitudes = units.doubles("lon");
        Random random = new Random(seed);
        for (int i = 0; i < size; i++) {
            long drawn = (long) (random.nextDouble() * sums[sums.length - 1]);
            int found = Arrays.binarySearch(sums, drawn);
            int unit = found >= 0 ? Math.min(found + 1, sums.length - 1) : -found - 1;
            double potential = Math.exp(9.2 + 1.2 * random.nextGaussian());
            accounts.workloads[i] = 1 + Math.min(40, (long) (potential / 4_000));
            accounts.latitudes[i] = latitudes[unit] + SPREAD * random.nextGaussian();
            accounts.longitudes[i] = longitudes[unit] + SPREAD * random.nextGaussian();
        }
        return accounts;
    }

    double[] latitudes() {
        return latitudes;
    }

    double[] longitudes() {
        return longitudes;
    }

    long[] workloads() {
        return workloads;
    }
}
