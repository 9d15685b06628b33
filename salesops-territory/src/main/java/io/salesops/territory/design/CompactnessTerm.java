package io.salesops.territory.design;

/** The part of the objective that says how compact territories are, kept up to date move by move. */
interface CompactnessTerm {

    /** Obtains the term that the problem asks for. */
    static CompactnessTerm of(SearchProblem problem, int[] labels, Members members) {
        return switch (problem.compactness) {
            case INERTIA -> new InertiaTerm(problem, labels);
            case MEDIAN -> new MedianTerm(problem, members);
            case CUT_EDGES -> new CutEdgesTerm(problem, labels);
        };
    }

    /** By how much the term would change. */
    double delta(int unit, int from, int to);

    /** Notes a move; labels and members do not know of it yet. */
    void move(int unit, int from, int to);

    /** The term, computed from what was noted. */
    double value();
}
