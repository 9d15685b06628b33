package io.salesops.territory.design;

import io.salesops.territory.area.Compactness;
import java.util.Arrays;

/**
 * Ruin and recreate (Schrimpf and others 2000) of one region: a few neighbouring territories are a small problem of their own,
 * begun anew or from the present labels, annealed, and taken over if the region is better.
 */
final class RegionSearch {
    private static final int PROPOSALS = 800;
    private static final int PROPOSALS_OF_MEDIANS = 2_000;
    private static final int PROPOSALS_BY_UNIT = 10;

    private final SearchProblem problem;
    private final int[] territories;
    private final int[] units;
    private final int[] before;
    private final double allowance;
    private final Randomness random;
    private int[] after;
    private boolean better;

    /**
     * @param labels the plan, which stays as it is
     * @param territories the region
     * @param allowance how much of the region may be moved
     */
    RegionSearch(SearchProblem problem, int[] labels, int[] territories, double allowance, Randomness random) {
        this.problem = problem;
        this.territories = territories;
        this.allowance = allowance;
        this.random = random;
        int[] number = new int[problem.territories];
        Arrays.fill(number, -1);
        for (int i = 0; i < territories.length; i++) {
            number[territories[i]] = i;
        }
        int[] inside = new int[labels.length];
        int size = 0;
        for (int u = 0; u < labels.length; u++) {
            if (number[labels[u]] >= 0) {
                inside[size++] = u;
            }
        }
        units = Arrays.copyOf(inside, size);
        before = new int[size];
        for (int i = 0; i < size; i++) {
            before[i] = number[labels[units[i]]];
        }
        after = before;
    }

    /** Searches; nothing outside this object changes. */
    void run() {
        SearchProblem part = problem.part(units, territories, allowance);
        int[] start = before.clone();
        if (part.ties.free() && random.below(2) == 0) {
            start = Starts.fresh(part, 0.6, random, 12, 10);
        }
        boolean medians = problem.compactness == Compactness.MEDIAN && !problem.contiguous;
        int each = medians ? Math.min(PROPOSALS_OF_MEDIANS, PROPOSALS_BY_UNIT * problem.units) : PROPOSALS;
        long proposals = (long) units.length * each;
        Annealing annealing = new Annealing(part, start, Profile.region(part), proposals, random).finish();
        better = annealing.bestScore().betterThan(new Partition(part, before.clone()).score());
        if (better) {
            after = annealing.best();
        }
    }

    boolean better() {
        return better;
    }

    /** Writes the region into the plan. */
    void takeOver(int[] labels) {
        for (int i = 0; i < units.length; i++) {
            labels[units[i]] = territories[after[i]];
        }
    }
}
