package io.salesops.territory.design;

import java.util.Arrays;

/** Makes a plan hang together and leaves no territory empty, before the search begins. */
final class Repair {
    private static final int LOCK_ROUNDS = 8;

    private final SearchProblem problem;
    private final int[] labels;

    private Repair(SearchProblem problem, int[] labels) {
        this.problem = problem;
        this.labels = labels;
    }

    /** Changes the labels: fragments join the neighbouring territory that is lightest, then empty territories get a unit. */
    static void repair(SearchProblem problem, int[] labels) {
        Repair repair = new Repair(problem, labels);
        if (problem.contiguous) {
            repair.joinFragments();
            for (int round = 0; round < LOCK_ROUNDS && repair.joinLocked(); round++) {
                repair.joinFragments();
            }
        }
        repair.fillEmpties();
    }

    /** The part of each territory that stays: the one with a locked unit, or else the heaviest. */
    private void joinFragments() {
        int units = problem.units;
        double[] weights = problem.bands.measures > 0 ? problem.bands.blended() : problem.masses;
        int[] part = new int[units];
        for (int round = 0; round < 100; round++) {
            int[] queue = new int[units];
            Arrays.fill(part, -1);
            double[] partWeights = new double[units];
            int[] partTerritory = new int[units];
            boolean[] partLocked = new boolean[units];
            int parts = 0;
            for (int start = 0; start < units; start++) {
                if (part[start] < 0) {
                    int size = flood(start, parts, part, queue);
                    partTerritory[parts] = labels[start];
                    for (int i = 0; i < size; i++) {
                        partWeights[parts] += weights[queue[i]] + 1e-9 / units;
                        partLocked[parts] |= problem.ties.locked[queue[i]] >= 0;
                    }
                    parts++;
                }
            }
            int[] main = new int[problem.territories];
            Arrays.fill(main, -1);
            for (int p = 0; p < parts; p++) {
                int t = partTerritory[p];
                if (main[t] < 0
                        || (partLocked[p] && !partLocked[main[t]])
                        || (partLocked[p] == partLocked[main[t]] && partWeights[p] > partWeights[main[t]])) {
                    main[t] = p;
                }
            }
            double[] loads = new double[problem.territories];
            for (int u = 0; u < units; u++) {
                loads[labels[u]] += weights[u];
            }
            if (!joinOnce(part, main, partLocked, loads, parts)) {
                return;
            }
        }
    }

    private int flood(int start, int number, int[] part, int[] queue) {
        Graph graph = problem.graph;
        int tail = 0;
        queue[tail++] = start;
        part[start] = number;
        for (int head = 0; head < tail; head++) {
            for (int e = graph.offsets[queue[head]]; e < graph.offsets[queue[head] + 1]; e++) {
                int other = graph.ends[e];
                if (part[other] < 0 && labels[other] == labels[start]) {
                    part[other] = number;
                    queue[tail++] = other;
                }
            }
        }
        return tail;
    }

    private boolean joinOnce(int[] part, int[] main, boolean[] lockedPart, double[] loads, int parts) {
        int[] joins = new int[parts];
        Arrays.fill(joins, -1);
        Graph graph = problem.graph;
        for (int u = 0; u < labels.length; u++) {
            if (main[labels[u]] == part[u] || lockedPart[part[u]]) {
                continue;
            }
            for (int e = graph.offsets[u]; e < graph.offsets[u + 1]; e++) {
                int label = labels[graph.ends[e]];
                if (part[graph.ends[e]] == main[label]
                        && (joins[part[u]] < 0 || loads[label] < loads[joins[part[u]]])
                        && !problem.ties.bars(u, label, labels)) {
                    joins[part[u]] = label;
                }
            }
        }
        boolean any = false;
        int[] target = new int[labels.length];
        for (int u = 0; u < labels.length; u++) {
            target[u] = joins[part[u]] >= 0 ? joins[part[u]] : labels[u];
            any |= target[u] != labels[u];
        }
        System.arraycopy(target, 0, labels, 0, labels.length);
        return any;
    }

    /** Lays a path between two parts of a territory that both have locked units; false if there are none, or no path. */
    private boolean joinLocked() {
        int units = problem.units;
        int[] part = new int[units];
        int[] queue = new int[units];
        Arrays.fill(part, -1);
        int[] main = new int[problem.territories];
        Arrays.fill(main, -1);
        boolean any = false;
        int parts = 0;
        for (int start = 0; start < units; start++) {
            int territory = problem.ties.locked[start];
            if (territory < 0 || part[start] >= 0) {
                continue;
            }
            flood(start, parts++, part, queue);
            if (main[territory] < 0) {
                main[territory] = start;
            } else {
                any |= path(start, territory, part, queue);
            }
        }
        return any;
    }

    /** The shortest path from the part of a unit to another locked part of its territory, over units that are not locked elsewhere. */
    private boolean path(int start, int territory, int[] part, int[] queue) {
        int[] previous = new int[labels.length];
        Arrays.fill(previous, -1);
        int tail = 0;
        for (int u = 0; u < labels.length; u++) {
            if (part[u] == part[start]) {
                previous[u] = u;
                queue[tail++] = u;
            }
        }
        Graph graph = problem.graph;
        for (int head = 0; head < tail; head++) {
            int unit = queue[head];
            if (labels[unit] == territory && part[unit] >= 0 && part[unit] != part[start]) {
                for (int at = unit; previous[at] != at; at = previous[at]) {
                    labels[at] = territory;
                }
                return true;
            }
            for (int e = graph.offsets[unit]; e < graph.offsets[unit + 1]; e++) {
                int other = graph.ends[e];
                boolean passable = problem.ties.locked[other] < 0 || problem.ties.locked[other] == territory;
                if (previous[other] < 0 && passable && !problem.ties.bars(other, territory, labels)) {
                    previous[other] = unit;
                    queue[tail++] = other;
                }
            }
        }
        return false;
    }

    private void fillEmpties() {
        for (int t = 0; t < problem.territories; t++) {
            int[] sizes = new int[problem.territories];
            for (int label : labels) {
                sizes[label]++;
            }
            if (sizes[t] == 0) {
                fill(t, sizes);
            }
        }
    }

    /** Gives an empty territory the unit whose loss does least harm: of the heaviest territory that can spare one. */
    private void fill(int territory, int[] sizes) {
        double[] weights = problem.bands.measures > 0 ? problem.bands.blended() : problem.masses;
        double[] loads = new double[problem.territories];
        for (int u = 0; u < labels.length; u++) {
            loads[labels[u]] += weights[u];
        }
        Connectivity connectivity = new Connectivity(problem.graph);
        int best = -1;
        for (int u = 0; u < labels.length; u++) {
            boolean better = best < 0
                    || loads[labels[u]] > loads[labels[best]]
                    || (labels[u] == labels[best] && weights[u] > weights[best]);
            if (better
                    && sizes[labels[u]] > 1
                    && problem.ties.locked[u] < 0
                    && !problem.ties.bars(u, territory, labels)
                    && (!problem.contiguous || connectivity.holdsWithout(u, labels))) {
                best = u;
            }
        }
        if (best >= 0) {
            labels[best] = territory;
        }
    }
}
