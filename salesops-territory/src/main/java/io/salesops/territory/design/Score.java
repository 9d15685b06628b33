package io.salesops.territory.design;

/**
 * How good a plan is: the bands first, then the objective.
 *
 * @param violation the sum of weighted relative excesses over all bands
 * @param objective compactness, travel and disruption
 */
record Score(double violation, double objective) {
    private static final double TOLERANCE = 1e-9;

    boolean betterThan(Score other) {
        if (StrictMath.abs(violation - other.violation) > TOLERANCE) {
            return violation < other.violation;
        }
        return objective < other.objective - TOLERANCE * StrictMath.abs(other.objective);
    }
}
