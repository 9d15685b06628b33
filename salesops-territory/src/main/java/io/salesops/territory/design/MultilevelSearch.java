package io.salesops.territory.design;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The search over a large map: first on one with few units, then, level by level, on finer ones that begin with the plan of the
 * coarser. A map with few units has one level.
 */
final class MultilevelSearch {
    private static final int FEW = 10_000;
    private static final int FEW_EACH = 40;
    /** Each level has at most this many times the units of the next coarser one; where there are few, half of it is usual. */
    private static final int REDUCTION = 4;
    /** Regions per territory on a level, before the next finer one. */
    private static final double REGIONS = 0.5;

    private final long seed;
    private final Deque<Coarsening> above = new ArrayDeque<>();
    private Search search;
    private long stepsBefore;

    MultilevelSearch(SearchProblem problem, long seed, Optional<int[]> given) {
        this.seed = seed;
        SearchProblem level = problem;
        Optional<int[]> start = given;
        // Units that are near but need not hang together are not joined; such maps are searched as they are.
        int few = Math.max(FEW, FEW_EACH * problem.territories);
        while (problem.contiguous && level.units > few) {
            Coarsening coarsening = Coarsening.of(level, Math.max(few, level.units / REDUCTION));
            if (coarsening.coarse().units > 0.9 * level.units) {
                break;
            }
            above.push(coarsening);
            start = start.map(coarsening::gather);
            level = coarsening.coarse();
        }
        search = start.isPresent() ? Search.from(level, seed, start.get()) : Search.fresh(level, seed);
    }

    long steps() {
        return stepsBefore + search.steps();
    }

    boolean trivial() {
        return above.isEmpty() && search.trivial();
    }

    /** Whether the finest level has been annealed. */
    boolean settled() {
        return above.isEmpty() && search.settled();
    }

    long stepsSinceSettled() {
        return above.isEmpty() ? search.stepsSinceSettled() : 0;
    }

    /** The best plan so far, on the finest level. */
    int[] best() {
        int[] labels = search.best();
        for (Coarsening coarsening : above) {
            labels = coarsening.spread(labels);
        }
        return labels;
    }

    void round(long most, Workers workers) {
        if (!search.trivial()) {
            search.round(most, workers);
        }
        boolean enough = search.settled() && search.stepsSinceSettled() >= REGIONS * search.problem().territories;
        if (!above.isEmpty() && (search.trivial() || enough)) {
            Coarsening coarsening = above.pop();
            stepsBefore += search.steps();
            search = Search.refining(coarsening.fine(), seed, coarsening.spread(search.best()));
        }
    }
}
