package io.salesops.territory.design;

import io.salesops.territory.area.Compactness;

/**
 * How one kind of problem is annealed. Temperatures are in units of the mean objective of a unit; shares are of proposals.
 *
 * @param hot the first temperature
 * @param cold the last one
 * @param compound the share of swaps and chains of two
 * @param recombination the share of pairs that are merged and split anew
 * @param rising whether the price of violations rises by the clock, to thirty times a unit's share, or follows the share of infeasible plans
 * @param price the first price of violations, where it rises
 */
record Profile(double hot, double cold, double compound, double recombination, boolean rising, double price) {
    private static final double FINE = 0.05;
    private static final double DEAR = 30;
    /** The share of an annealing in which prices rise by the clock. */
    static final double RISE_UNTIL = 0.85;

    private static final double DEAREST = 600;

    /** The whole map. */
    static Profile whole(SearchProblem problem) {
        return switch (problem.compactness) {
            case INERTIA -> new Profile(1, 0.003, 0.3, 0.0005, true, 0.3);
            case MEDIAN -> new Profile(0.6, 0.1, 0.5, problem.contiguous ? 0.002 : 0, false, 1);
            case CUT_EDGES -> new Profile(1, 0.3, 0.3, 0.05, false, 1);
        };
    }

    /** The next price of violations where it rises by the clock, and at the end as long as something is outside its band. */
    double risen(double progress, double before, double unit, boolean outside) {
        if (progress < RISE_UNTIL) {
            return unit * price * StrictMath.pow(DEAR / price, progress / RISE_UNTIL);
        }
        return outside ? Math.min(DEAREST * unit, before * 1.2) : before;
    }

    /** The same, begun less hot. */
    Profile cooled(double factor) {
        return new Profile(Math.max(cold, hot * factor), cold, compound, recombination, rising, DEAR);
    }

    /** The same for a plan of a coarser level, of which only the rims are to change. */
    Profile refining() {
        return new Profile(Math.max(cold, hot * FINE), cold, compound, 0, rising, DEAR);
    }

    /** A region that is recreated. */
    static Profile region(SearchProblem problem) {
        Profile whole = whole(problem);
        return problem.compactness == Compactness.MEDIAN
                ? new Profile(0.7, 0.05, whole.compound, whole.recombination, false, 1)
                : whole;
    }
}
