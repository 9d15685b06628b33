package io.salesops.core.forecast;

/**
 * The distribution of what a period is still to bring: open deals as independent chances, deals that do not exist yet as a
 * compound Poisson sum (Panjer 1981), and a common factor that moves both together.
 *
 * <p>Amounts are spread over 900 steps up to seven deviations above the mean; each is split over two neighbours so that the
 * mean stays. Cost: open deals times steps.
 */
final class TotalDistribution {
    private static final int STEPS = 900;
    private static final double DEVIATIONS = 7;
    private static final int FACTORS = 21;

    private final double step;
    private final double[] independent;

    private TotalDistribution(double step, double[] independent) {
        this.step = step;
        this.independent = independent;
    }

    /**
     * Convolves everything that is independent.
     *
     * @param chances of the open deals
     * @param values what each brings, in minor units
     * @param arrivals how many new deals are expected to be won
     * @param shapeValues what a new one brings, in minor units
     * @param shapeWeights how likely each of these values is, up to a factor
     */
    static TotalDistribution of(
            double[] chances, double[] values, double arrivals, double[] shapeValues, double[] shapeWeights) {
        double weight = sum(shapeWeights);
        double mean = 0;
        double variance = 0;
        for (int i = 0; i < chances.length; i++) {
            mean += chances[i] * values[i];
            variance += chances[i] * (1 - chances[i]) * values[i] * values[i];
        }
        double count = weight > 0 ? arrivals : 0;
        for (int i = 0; count > 0 && i < shapeValues.length; i++) {
            mean += count * shapeWeights[i] / weight * shapeValues[i];
            variance += count * shapeWeights[i] / weight * shapeValues[i] * shapeValues[i];
        }
        // Whole minor units, so that each amount of the result is one that can be paid.
        double step = Math.max(1, Math.ceil((mean + DEVIATIONS * StrictMath.sqrt(variance)) / (STEPS - 1)));
        double[] sum = new double[STEPS];
        sum[0] = 1;
        int used = 1;
        for (int i = 0; i < chances.length; i++) {
            used = IndependentDeals.add(sum, used, values[i] / step, chances[i]);
        }
        if (count > 0) {
            sum = convolve(sum, panjer(count, shape(shapeValues, shapeWeights, weight, step)));
        }
        return new TotalDistribution(step, sum);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double[] shape(double[] values, double[] weights, double sum, double step) {
        double[] shape = new double[STEPS];
        for (int i = 0; i < values.length; i++) {
            spread(shape, values[i] / step, weights[i] / sum);
        }
        return shape;
    }

    private static void spread(double[] target, double steps, double mass) {
        int low = (int) Math.min(steps, STEPS - 1);
        double high = low < STEPS - 1 ? steps - low : 0;
        target[low] += mass * (1 - high);
        if (high > 0) {
            target[low + 1] += mass * high;
        }
    }

    private static double[] panjer(double count, double[] shape) {
        double[] sum = new double[STEPS];
        sum[0] = StrictMath.exp(-count * (1 - shape[0]));
        if (sum[0] == 0) {
            // So many arrivals that the first chance vanishes: halve them, and put the two halves together.
            double[] half = panjer(count / 2, shape);
            return convolve(half, half);
        }
        for (int i = 1; i < STEPS; i++) {
            double mass = 0;
            for (int j = 1; j <= i; j++) {
                mass += j * shape[j] * sum[i - j];
            }
            sum[i] = mass * count / i;
        }
        return sum;
    }

    private static double[] convolve(double[] first, double[] second) {
        double[] sum = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            for (int j = 0; first[i] > 0 && j < STEPS - i; j++) {
                sum[i + j] += first[i] * second[j];
            }
        }
        return sum;
    }

    double mean() {
        double mean = 0;
        for (int i = 0; i < STEPS; i++) {
            mean += i * independent[i];
        }
        return mean * step / sum(independent);
    }

    /** The variance over the square of the mean. */
    double relativeVariance() {
        double mean = mean() / step;
        double squares = 0;
        for (int i = 0; i < STEPS; i++) {
            squares += (i - mean) * (i - mean) * independent[i];
        }
        return mean == 0 ? 0 : squares / sum(independent) / (mean * mean);
    }

    /** The distance between two amounts, in whole minor units. */
    long step() {
        return (long) step;
    }

    /**
     * Returns the chances by step, with every total multiplied by a log-normal factor.
     *
     * @param mean the mean that the result is to have, in minor units
     * @param deviation of the factor
     */
    double[] mixed(double mean, double deviation) {
        double level = mean() == 0 ? 1 : mean / mean();
        double width = StrictMath.sqrt(StrictMath.log(1 + deviation * deviation));
        double[] factors = new double[FACTORS];
        double factorMean = 0;
        for (int k = 0; k < FACTORS; k++) {
            factors[k] = StrictMath.exp(width * NormalCurve.inverse((k + 0.5) / FACTORS));
            factorMean += factors[k] / FACTORS;
        }
        int length = (int) (STEPS * level * factors[FACTORS - 1] / factorMean) + 2;
        double[] mixed = new double[length];
        double whole = sum(independent);
        for (int k = 0; k < FACTORS; k++) {
            double by = level * factors[k] / factorMean;
            for (int i = 0; i < STEPS; i++) {
                double steps = i * by;
                int low = (int) steps;
                double mass = independent[i] / whole / FACTORS;
                mixed[low] += mass * (1 - (steps - low));
                mixed[low + 1] += mass * (steps - low);
            }
        }
        return mixed;
    }
}
