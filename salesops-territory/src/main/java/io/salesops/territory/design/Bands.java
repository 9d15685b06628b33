package io.salesops.territory.design;

/**
 * What units weigh in each measure, and between what limits territories are to lie. Immutable.
 *
 * <p>Weights are whole numbers whose sum a double holds exactly, so that loads never drift.
 */
final class Bands {
    final int measures;
    /** Weight of unit u in measure m at {@code u * measures + m}. */
    final double[] weights;
    /** Least load of territory t in measure m at {@code t * measures + m}. */
    final double[] least;
    /** Most load. */
    final double[] most;
    /** What a territory is to weigh. */
    final double[] targets;
    /** One unit of load outside the band as a share of the target, times the importance. */
    final double[] factors;

    Bands(int measures, double[] weights, double[] least, double[] most, double[] targets, double[] factors) {
        this.measures = measures;
        this.weights = weights;
        this.least = least;
        this.most = most;
        this.targets = targets;
        this.factors = factors;
    }

    /** By how much a load lies outside the band, as a weighed share of the target. */
    double excess(int place, double load) {
        if (load > most[place]) {
            return (load - most[place]) * factors[place];
        }
        return load < least[place] ? (least[place] - load) * factors[place] : 0;
    }

    Bands part(int[] units, int[] territories) {
        double[] someWeights = new double[units.length * measures];
        for (int i = 0; i < units.length; i++) {
            System.arraycopy(weights, units[i] * measures, someWeights, i * measures, measures);
        }
        return new Bands(
                measures,
                someWeights,
                rows(least, territories),
                rows(most, territories),
                rows(targets, territories),
                rows(factors, territories));
    }

    private double[] rows(double[] table, int[] territories) {
        double[] rows = new double[territories.length * measures];
        for (int i = 0; i < territories.length; i++) {
            System.arraycopy(table, territories[i] * measures, rows, i * measures, measures);
        }
        return rows;
    }

    /** Returns what each unit weighs in all measures at once: its mean share of the targets' sum, so that all sum to 1. */
    double[] blended() {
        int units = measures == 0 ? 0 : weights.length / measures;
        double[] totals = new double[measures];
        for (int i = 0; i < weights.length; i++) {
            totals[i % measures] += weights[i];
        }
        double[] blended = new double[units];
        for (int u = 0; u < units; u++) {
            for (int m = 0; m < measures; m++) {
                if (totals[m] > 0) {
                    blended[u] += weights[u * measures + m] / totals[m] / measures;
                }
            }
        }
        return blended;
    }
}
