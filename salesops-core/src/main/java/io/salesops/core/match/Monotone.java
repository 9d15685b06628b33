package io.salesops.core.match;

/**
 * Makes the ratio m/u never rise from a closer level to a farther one: neighbours that break the order get their common
 * ratio. Sums of m and u stay. Source: pool adjacent violators, M. Ayer et al., 1955.
 */
final class Monotone {

    private Monotone() {}

    /** Changes m, of those levels from 1 that are in order, where its ratio to u rises. */
    static void ratios(double[] allM, double[] allU, boolean[] isOrdered) {
        double[] m = ordered(allM, isOrdered);
        ratios(m, ordered(allU, isOrdered));
        for (int level = 1, at = 1; level < allM.length; level++) {
            allM[level] = isOrdered[level] ? m[at++] : allM[level];
        }
    }

    private static double[] ordered(double[] levels, boolean[] isOrdered) {
        double[] ordered = new double[levels.length];
        int size = 1;
        for (int level = 1; level < levels.length; level++) {
            if (isOrdered[level]) {
                ordered[size++] = levels[level];
            }
        }
        return java.util.Arrays.copyOf(ordered, size);
    }

    private static void ratios(double[] m, double[] u) {
        int size = m.length - 1;
        double[] pooledM = new double[size];
        double[] pooledU = new double[size];
        int[] levels = new int[size];
        int pools = 0;
        for (int level = 1; level <= size; level++) {
            pooledM[pools] = m[level];
            pooledU[pools] = u[level];
            levels[pools++] = 1;
            while (pools > 1 && pooledM[pools - 1] * pooledU[pools - 2] > pooledM[pools - 2] * pooledU[pools - 1]) {
                pools--;
                pooledM[pools - 1] += pooledM[pools];
                pooledU[pools - 1] += pooledU[pools];
                levels[pools - 1] += levels[pools];
            }
        }
        for (int pool = 0, level = 1; pool < pools; pool++) {
            for (int i = 0; i < levels[pool]; i++, level++) {
                m[level] = levels[pool] == 1 ? m[level] : u[level] * pooledM[pool] / pooledU[pool];
            }
        }
    }
}
