package io.salesops.core.match;

import io.salesops.core.explain.Ratio;

/**
 * Figures of one evaluation; each ratio keeps its counts.
 *
 * @param precision pairs found and true, over pairs found
 * @param recall pairs found and true, over true pairs
 * @param bCubedPrecision mean over the records of the truth: members of its found cluster that belong with it, over the members
 * @param bCubedRecall mean over the records of the truth: members of its true cluster that were found with it, over the members
 */
public record MatchScores(Ratio precision, Ratio recall, double bCubedPrecision, double bCubedRecall) {

    /** The harmonic mean of precision and recall; 0 where nothing true was found. */
    public double f1() {
        return harmonic(precision, recall);
    }

    static double harmonic(Ratio precision, Ratio recall) {
        double p = value(precision);
        double r = value(recall);
        return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }

    /** The harmonic mean of both B-cubed figures. */
    public double bCubed() {
        double sum = bCubedPrecision + bCubedRecall;
        return sum == 0 ? 0 : 2 * bCubedPrecision * bCubedRecall / sum;
    }

    private static double value(Ratio ratio) {
        return ratio.rate().map(rate -> rate.value().approximate()).orElse(0.0);
    }
}
