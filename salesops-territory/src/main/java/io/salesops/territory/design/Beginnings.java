package io.salesops.territory.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The plans with which a search of the whole map begins: each island apart, or the present plan with what it lacks. */
final class Beginnings {
    private static final int MOVING = 60;
    private static final int STILL = 20;

    private final SearchProblem problem;
    private final int[] islands;
    private final int islandCount;

    Beginnings(SearchProblem problem) {
        this.problem = problem;
        islands = problem.contiguous ? problem.graph.components() : new int[problem.units];
        islandCount = 1 + Arrays.stream(islands).max().orElse(0);
    }

    /** A plan from nothing, save for what is locked. */
    int[] fresh(double noise, Randomness random) {
        if (islandCount == 1) {
            return Starts.fresh(problem, noise, random, MOVING, STILL);
        }
        List<List<Integer>> shares = shares();
        int[] labels = new int[problem.units];
        for (int island = 0; island < islandCount; island++) {
            int[] units = units(island);
            int[] territories = shares.get(island).stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
            SearchProblem part = problem.part(units, territories, Double.MAX_VALUE);
            int[] some = Starts.fresh(part, noise, random, MOVING, STILL);
            for (int i = 0; i < units.length; i++) {
                labels[units[i]] = territories[some[i]];
            }
        }
        return labels;
    }

    private int[] units(int island) {
        int[] units = new int[problem.units];
        int size = 0;
        for (int u = 0; u < units.length; u++) {
            if (islands[u] == island) {
                units[size++] = u;
            }
        }
        return Arrays.copyOf(units, size);
    }

    /** The territories of each island: those locked there, at least one, the others by weight (Sainte-Lague 1910). */
    private List<List<Integer>> shares() {
        double[] weights = problem.bands.measures > 0 ? problem.bands.blended() : problem.masses;
        double[] loads = new double[islandCount];
        int[] sizes = new int[islandCount];
        int[] wish = new int[problem.territories];
        Arrays.fill(wish, -1);
        for (int u = 0; u < weights.length; u++) {
            loads[islands[u]] += weights[u];
            sizes[islands[u]]++;
            if (problem.ties.locked[u] >= 0) {
                wish[problem.ties.locked[u]] = islands[u];
            }
        }
        List<List<Integer>> shares = new ArrayList<>();
        for (int island = 0; island < islandCount; island++) {
            shares.add(new ArrayList<>());
        }
        List<Integer> open = new ArrayList<>();
        for (int t = 0; t < problem.territories; t++) {
            if (wish[t] >= 0) {
                shares.get(wish[t]).add(t);
            } else {
                open.add(t);
            }
        }
        for (int next = 0; next < open.size(); next++) {
            int best = -1;
            double most = -1;
            for (int island = 0; island < islandCount; island++) {
                int has = shares.get(island).size();
                double claim = has == 0 ? Double.MAX_VALUE : loads[island] / (has + 0.5);
                if (has < sizes[island] && claim > most) {
                    most = claim;
                    best = island;
                }
            }
            shares.get(best < 0 ? 0 : best).add(open.get(next));
        }
        // An island that got none is given one of the island that has most: better a fragment than a gap.
        for (List<Integer> share : shares) {
            if (share.isEmpty()) {
                share.add(shares.get(0).isEmpty() ? 0 : shares.get(0).get(0));
            }
        }
        return shares;
    }

    /** The present plan: units without a territory join their nearest neighbours', territories without units get one. */
    int[] present() {
        int[] labels = new int[problem.units];
        int[] queue = new int[problem.units];
        int tail = 0;
        for (int u = 0; u < labels.length; u++) {
            int present = problem.ties.present[u];
            labels[u] =
                    problem.ties.locked[u] >= 0 ? problem.ties.locked[u] : present < problem.territories ? present : -1;
            if (labels[u] >= 0) {
                queue[tail++] = u;
            }
        }
        if (tail == 0) {
            return fresh(0, Randomness.of(0, 0, 0));
        }
        Graph graph = problem.graph;
        for (int head = 0; head < tail; head++) {
            for (int e = graph.offsets[queue[head]]; e < graph.offsets[queue[head] + 1]; e++) {
                int other = graph.ends[e];
                if (labels[other] < 0) {
                    labels[other] = labels[queue[head]];
                    queue[tail++] = other;
                }
            }
        }
        for (int u = 0; u < labels.length; u++) {
            labels[u] = Math.max(labels[u], 0);
        }
        if (problem.ties.mostMoved == Double.MAX_VALUE) {
            Repair.repair(problem, labels);
        }
        return labels;
    }
}
