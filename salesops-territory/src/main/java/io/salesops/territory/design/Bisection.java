package io.salesops.territory.design;

/**
 * Recursive weighted bisection along the principal axis: balanced to one unit a cut, and good centres to begin with. For one
 * thread.
 */
final class Bisection {
    private static final int POWER_ITERATIONS = 12;

    private final Points points;
    private final double[] weights;
    private final double[] shares;
    private final double noise;
    private final Randomness random;
    private final int[] labels;

    private Bisection(Points points, double[] weights, double[] shares, double noise, Randomness random) {
        this.points = points;
        this.weights = weights;
        this.shares = shares;
        this.noise = noise;
        this.random = random;
        labels = new int[points.size()];
    }

    /**
     * Returns the territory of each unit.
     *
     * @param weights what units weigh; units without weight follow their place
     * @param shares what each territory is to weigh, in proportion
     * @param noise how much axes and cuts are disturbed: 0 not at all
     */
    static int[] of(Points points, double[] weights, double[] shares, double noise, Randomness random) {
        Bisection bisection = new Bisection(points, weights, shares, noise, random);
        int[] all = new int[points.size()];
        for (int u = 0; u < all.length; u++) {
            all[u] = u;
        }
        bisection.split(all, 0, shares.length);
        return bisection.labels;
    }

    private void split(int[] units, int first, int before) {
        if (before - first == 1) {
            for (int unit : units) {
                labels[unit] = first;
            }
            return;
        }
        int middle = (first + before) >>> 1;
        double left = 0;
        double all = 0;
        for (int t = first; t < before; t++) {
            left += t < middle ? shares[t] : 0;
            all += shares[t];
        }
        int[] sorted = sorted(units);
        double total = 0;
        for (int unit : units) {
            total += weights[unit];
        }
        double share = all > 0 ? left / all : (double) (middle - first) / (before - first);
        if (noise > 0) {
            share *= 1 + 0.1 * noise * (random.unit() - 0.5);
        }
        // Each side keeps enough units for its territories where there are enough.
        int least = Math.min(middle - first, units.length);
        int most = Math.max(least, units.length - (before - middle));
        double sum = 0;
        int cut = 0;
        while (cut < most && (cut < least || sum + weights[sorted[cut]] / 2 < share * total)) {
            sum += weights[sorted[cut++]];
        }
        split(java.util.Arrays.copyOfRange(sorted, 0, cut), first, middle);
        split(java.util.Arrays.copyOfRange(sorted, cut, sorted.length), middle, before);
    }

    private int[] sorted(int[] units) {
        double[] axis = axis(units);
        long[] keys = new long[units.length];
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        double[] projected = new double[units.length];
        for (int i = 0; i < units.length; i++) {
            int u = units[i];
            projected[i] = axis[0] * points.x[u] + axis[1] * points.y[u] + axis[2] * points.z[u];
            low = Math.min(low, projected[i]);
            high = Math.max(high, projected[i]);
        }
        double step = high > low ? 0x3FFFFFFF / (high - low) : 0;
        for (int i = 0; i < units.length; i++) {
            keys[i] = ((long) ((projected[i] - low) * step) << 32) | i;
        }
        java.util.Arrays.sort(keys);
        int[] sorted = new int[units.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = units[(int) keys[i]];
        }
        return sorted;
    }

    /** The direction in which the units are spread most, by power iteration on their covariance. */
    private double[] axis(int[] units) {
        double mass = 0;
        double[] mean = new double[3];
        for (int u : units) {
            double weight = weights[u] + Double.MIN_NORMAL;
            mass += weight;
            mean[0] += weight * points.x[u];
            mean[1] += weight * points.y[u];
            mean[2] += weight * points.z[u];
        }
        double[][] covariance = new double[3][3];
        for (int u : units) {
            double weight = (weights[u] + Double.MIN_NORMAL) / mass;
            double[] d = {points.x[u] - mean[0] / mass, points.y[u] - mean[1] / mass, points.z[u] - mean[2] / mass};
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    covariance[i][j] += weight * d[i] * d[j];
                }
            }
        }
        double[] axis = {1, 0.7, 0.4};
        for (int iteration = 0; iteration < POWER_ITERATIONS; iteration++) {
            double[] next = new double[3];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    next[i] += covariance[i][j] * axis[j];
                }
            }
            normalise(next, axis);
        }
        if (noise > 0) {
            double[] disturbed = new double[3];
            for (int i = 0; i < 3; i++) {
                disturbed[i] = axis[i] + noise * (2 * random.unit() - 1);
            }
            normalise(disturbed, axis);
        }
        return axis;
    }

    private static void normalise(double[] vector, double[] into) {
        double length = Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
        if (length > 0) {
            for (int i = 0; i < 3; i++) {
                into[i] = vector[i] / length;
            }
        }
    }
}
