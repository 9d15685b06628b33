package io.salesops.territory.design;

import io.salesops.territory.area.Compactness;

/**
 * Merges two neighbouring territories and splits them along a random spanning tree, at the best of all its edges
 * (recombination, DeFord and others 2021): a leap that no sequence of shifts takes. For one thread.
 */
final class Recombination {
    private static final int MOMENTS = 4;

    private final Partition partition;
    private final SearchProblem problem;
    private final Randomness random;
    private final int[] place;
    private final boolean cuts;
    private int[] units = new int[0];
    private int[] parents = new int[0];
    private int[] depths = new int[0];
    private int[] crossings = new int[0];
    private double[] loads = new double[0];
    private double[] moments = new double[0];
    private int size;

    Recombination(Partition partition, Randomness random) {
        this.partition = partition;
        this.random = random;
        problem = partition.problem;
        place = new int[problem.units];
        cuts = problem.compactness == Compactness.CUT_EDGES;
    }

    /** Proposes to split both territories anew; Metropolis on the change of both. */
    void propose(int first, int second, double threshold) {
        int count = partition.members.size(first) + partition.members.size(second);
        if (count < 3 || !grow(first, second, count)) {
            clear();
            return;
        }
        sum();
        int[] moves = split(first, second);
        if (moves.length > 0) {
            apply(moves, threshold);
        }
        clear();
    }

    private void clear() {
        for (int i = 0; i < size; i++) {
            place[units[i]] = 0;
        }
        size = 0;
    }

    /** Grows a tree over both territories, each time by a random edge on its rim; false if they do not hang together. */
    private boolean grow(int first, int second, int count) {
        if (units.length < count) {
            units = new int[2 * count];
            parents = new int[2 * count];
            depths = new int[2 * count];
            crossings = new int[2 * count];
            loads = new double[2 * count * problem.bands.measures];
            moments = new double[2 * count * MOMENTS];
        }
        Graph graph = problem.graph;
        int[] labels = partition.labels;
        int start = partition.members.get(first, random.below(partition.members.size(first)));
        int[] rim = new int[16];
        int[] from = new int[16];
        int rims = 0;
        int unit = start;
        int parent = -1;
        while (true) {
            if (problem.ties.locked[unit] >= 0) {
                return false;
            }
            int at = size++;
            units[at] = unit;
            parents[at] = parent;
            depths[at] = parent < 0 ? 0 : depths[parent] + 1;
            place[unit] = size;
            for (int e = graph.offsets[unit]; e < graph.offsets[unit + 1]; e++) {
                int other = graph.ends[e];
                if (place[other] == 0 && (labels[other] == first || labels[other] == second)) {
                    if (rims == rim.length) {
                        rim = java.util.Arrays.copyOf(rim, 2 * rims);
                        from = java.util.Arrays.copyOf(from, 2 * rims);
                    }
                    rim[rims] = other;
                    from[rims++] = at;
                }
            }
            do {
                if (rims == 0) {
                    return size == count;
                }
                int pick = random.below(rims);
                unit = rim[pick];
                parent = from[pick];
                rims--;
                rim[pick] = rim[rims];
                from[pick] = from[rims];
            } while (place[unit] != 0);
        }
    }

    /** Sums loads, moments and crossing borders over the subtree of each unit. */
    private void sum() {
        int measures = problem.bands.measures;
        for (int i = 0; i < size; i++) {
            System.arraycopy(problem.bands.weights, units[i] * measures, loads, i * measures, measures);
            double mass = problem.masses[units[i]];
            moments[i * MOMENTS] = mass;
            moments[i * MOMENTS + 1] = mass * problem.points.x[units[i]];
            moments[i * MOMENTS + 2] = mass * problem.points.y[units[i]];
            moments[i * MOMENTS + 3] = mass * problem.points.z[units[i]];
            crossings[i] = 0;
        }
        if (cuts) {
            countCrossings();
        }
        for (int i = size - 1; i > 0; i--) {
            int parent = parents[i];
            for (int m = 0; m < measures; m++) {
                loads[parent * measures + m] += loads[i * measures + m];
            }
            for (int m = 0; m < MOMENTS; m++) {
                moments[parent * MOMENTS + m] += moments[i * MOMENTS + m];
            }
            crossings[parent] += crossings[i];
        }
    }

    private void countCrossings() {
        Graph graph = problem.graph;
        for (int i = 0; i < size; i++) {
            for (int e = graph.offsets[units[i]]; e < graph.offsets[units[i] + 1]; e++) {
                int j = place[graph.ends[e]] - 1;
                if (j > i) {
                    crossings[i]++;
                    crossings[j]++;
                    crossings[meeting(i, j)] -= 2;
                }
            }
        }
    }

    private int meeting(int one, int other) {
        int a = one;
        int b = other;
        while (a != b) {
            if (depths[a] >= depths[b]) {
                a = parents[a];
            } else {
                b = parents[b];
            }
        }
        return a;
    }

    /** The units that change sides at the best edge. */
    private int[] split(int first, int second) {
        int measures = problem.bands.measures;
        double[] rest = new double[measures];
        double best = Double.MAX_VALUE;
        int cut = -1;
        boolean belowIsFirst = false;
        for (int i = 1; i < size; i++) {
            for (int m = 0; m < measures; m++) {
                rest[m] = loads[m] - loads[i * measures + m];
            }
            double shape = cuts ? crossings[i] : spread(i);
            double asFirst = partition.penaltyOf(first, loads, i * measures) + partition.penaltyOf(second, rest, 0);
            double asSecond = partition.penaltyOf(second, loads, i * measures) + partition.penaltyOf(first, rest, 0);
            double value = partition.price() * Math.min(asFirst, asSecond) + shape;
            if (value < best) {
                best = value;
                cut = i;
                belowIsFirst = asFirst < asSecond || (asFirst == asSecond && partition.labels[units[i]] == first);
            }
        }
        return moves(cut, belowIsFirst ? first : second, belowIsFirst ? second : first);
    }

    /** Inertia of both sides, less what does not depend on where the cut lies. */
    private double spread(int at) {
        double inside = 0;
        double outside = 0;
        double mass = moments[at * MOMENTS];
        double left = moments[0] - mass;
        for (int m = 1; m < MOMENTS; m++) {
            double here = moments[at * MOMENTS + m];
            inside += here * here;
            outside += (moments[m] - here) * (moments[m] - here);
        }
        return -(mass > 0 ? inside / mass : 0) - (left > 0 ? outside / left : 0);
    }

    private int[] moves(int cut, int below, int above) {
        boolean[] isBelow = new boolean[size];
        int[] moves = new int[2 * size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            isBelow[i] = i == cut || (i > cut && isBelow[parents[i]]);
            int target = isBelow[i] ? below : above;
            if (partition.labels[units[i]] != target) {
                moves[count++] = units[i];
                moves[count++] = target;
            }
        }
        return java.util.Arrays.copyOf(moves, count);
    }

    private void apply(int[] moves, double threshold) {
        double delta = 0;
        int done = 0;
        boolean allowed = true;
        int[] before = new int[moves.length / 2];
        while (done < moves.length && allowed) {
            int unit = moves[done];
            int target = moves[done + 1];
            allowed = partition.mayMove(unit, target);
            if (allowed) {
                before[done / 2] = partition.labels[unit];
                delta += partition.penaltyDelta(unit, before[done / 2], target)
                        + partition.objectiveDelta(unit, before[done / 2], target);
                partition.move(unit, target);
                done += 2;
            }
        }
        if (!allowed || delta > threshold) {
            for (int i = done - 2; i >= 0; i -= 2) {
                partition.move(moves[i], before[i / 2]);
            }
        }
    }
}
