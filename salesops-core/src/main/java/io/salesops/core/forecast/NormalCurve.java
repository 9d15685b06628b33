package io.salesops.core.forecast;

/**
 * The standard normal distribution, by StrictMath alone so that every machine finds the same.
 *
 * <p>Density sums by G. Marsaglia, Evaluating the Normal Distribution, JSS 11 (2004), with an absolute error below 8e-16
 * within eight deviations; its inverse by bisection and Newton steps on them.
 */
final class NormalCurve {
    private static final double FAR = 8;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    private static final int NEWTON_STEPS = 60;

    private NormalCurve() {}

    /** The chance of a value below x. */
    static double below(double x) {
        if (x < -FAR) {
            return 0;
        }
        if (x > FAR) {
            return 1;
        }
        double sum = x;
        double before = 0;
        double term = x;
        double square = x * x;
        for (int i = 3; sum != before; i += 2) {
            before = sum;
            term *= square / i;
            sum += term;
        }
        return Math.max(0, Math.min(1, 0.5 + sum * StrictMath.exp(-0.5 * square - HALF_LOG_TWO_PI)));
    }

    /** The x below which a value lies with the chance. */
    static double inverse(double chance) {
        double low = -FAR;
        double high = FAR;
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double middle = (low + high) / 2;
            if (below(middle) < chance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
