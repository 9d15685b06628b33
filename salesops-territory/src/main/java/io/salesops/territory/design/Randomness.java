package io.salesops.territory.design;

/** Random numbers that are the same on every machine (SplitMix64, Steele and others 2014). For one thread. */
final class Randomness {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int TABLE_BITS = 12;
    /** Quantiles of the exponential distribution: the thresholds of Metropolis without a logarithm each. */
    private static final double[] EXPONENTIAL = exponentials();

    private long state;

    Randomness(long seed) {
        state = mix(seed + GOLDEN);
    }

    /** Obtains the numbers of one part of a run: of a lane, a step, a region. */
    static Randomness of(long seed, long part, long number) {
        return new Randomness(mix(mix(seed + GOLDEN) ^ (part + GOLDEN)) + number * GOLDEN);
    }

    private static double[] exponentials() {
        double[] table = new double[1 << TABLE_BITS];
        for (int i = 0; i < table.length; i++) {
            table[i] = -StrictMath.log((i + 0.5) / table.length);
        }
        return table;
    }

    private static long mix(long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** A whole number from 0 to {@code bound} - 1. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** A number from 0 to less than 1. */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** A number of the exponential distribution with mean 1. */
    double exponential() {
        return EXPONENTIAL[(int) (next() >>> (64 - TABLE_BITS))];
    }
}
