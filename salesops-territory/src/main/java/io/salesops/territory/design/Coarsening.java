package io.salesops.territory.design;

import java.util.Arrays;

/**
 * A map with fewer units: neighbours are joined in pairs, the nearest first, so that every pair hangs together (multilevel
 * partitioning, Karypis and Kumar 1998). Units on which rules bear stay alone. O(borders).
 */
final class Coarsening {
    /** A joined unit weighs at most this share of a territory. */
    private static final double HEAVIEST = 0.02;
    /** A round that leaves more than this share of the units ends the joining. */
    private static final double LEAST_GAIN = 0.9;

    private final SearchProblem fine;
    private final int[] nodes;
    private final SearchProblem coarse;

    private Coarsening(SearchProblem fine, int[] nodes, int count) {
        this.fine = fine;
        this.nodes = nodes;
        coarse = join(count);
    }

    /**
     * Joins in rounds, each of which at best halves the units.
     *
     * @param most how many units are few enough
     */
    static Coarsening of(SearchProblem fine, int most) {
        double[] weights = fine.bands.measures > 0 ? fine.bands.blended() : fine.masses;
        Joining joining =
                new Joining(fine, weights, HEAVIEST * Arrays.stream(weights).sum() / fine.territories);
        int before = Integer.MAX_VALUE;
        while (joining.count > most && joining.count < LEAST_GAIN * before) {
            before = joining.count;
            joining.round();
        }
        return new Coarsening(fine, joining.nodes, joining.count);
    }

    /** Units joined so far, in the order of their nearness. */
    private static final class Joining {
        private final int[] nodes;
        private final double most;
        private int count;
        private Graph graph;
        private double[] masses;
        private double[] weights;
        private double[] x;
        private double[] y;
        private double[] z;
        private int[] locked;
        private int[] present;
        private boolean[] single;
        private int[] order;

        private Joining(SearchProblem fine, double[] weights, double most) {
            this.most = most;
            this.weights = weights;
            count = fine.units;
            nodes = new int[count];
            single = new boolean[count];
            for (int u = 0; u < count; u++) {
                nodes[u] = u;
                single[u] = (fine.ties.banned.length > 0 && fine.ties.banned[u].length > 0)
                        || (fine.ties.apart.length > 0 && fine.ties.apart[u].length > 0);
            }
            graph = fine.graph;
            masses = fine.masses;
            x = fine.points.x;
            y = fine.points.y;
            z = fine.points.z;
            locked = fine.ties.locked;
            present = fine.ties.present;
            order = KdOrder.of(fine.points, 16);
        }

        private void round() {
            int[] partner = new int[count];
            Arrays.fill(partner, -1);
            int[] joined = new int[count];
            int size = 0;
            for (int u : order) {
                if (partner[u] >= 0) {
                    continue;
                }
                int other = single[u] ? -1 : nearest(u, partner);
                partner[u] = other >= 0 ? other : u;
                joined[u] = size;
                if (other >= 0) {
                    partner[other] = u;
                    joined[other] = size;
                }
                size++;
            }
            join(joined, size);
        }

        private int nearest(int u, int[] partner) {
            int best = -1;
            double least = Double.MAX_VALUE;
            for (int e = graph.offsets[u]; e < graph.offsets[u + 1]; e++) {
                int v = graph.ends[e];
                if (partner[v] >= 0
                        || single[v]
                        || weights[u] + weights[v] > most
                        || locked[u] != locked[v]
                        || present[u] != present[v]) {
                    continue;
                }
                double dx = x[u] - x[v];
                double dy = y[u] - y[v];
                double dz = z[u] - z[v];
                double square = (dx * dx + dy * dy + dz * dz) * (masses[u] + masses[v]);
                if (square < least) {
                    least = square;
                    best = v;
                }
            }
            return best;
        }

        private void join(int[] joined, int size) {
            double[][] sums = new double[5][size];
            int[] someLocked = new int[size];
            int[] somePresent = new int[size];
            boolean[] someSingle = new boolean[size];
            for (int u = 0; u < count; u++) {
                int node = joined[u];
                sums[0][node] += masses[u];
                sums[1][node] += weights[u];
                sums[2][node] += masses[u] * x[u];
                sums[3][node] += masses[u] * y[u];
                sums[4][node] += masses[u] * z[u];
                someLocked[node] = locked[u];
                somePresent[node] = present[u];
                someSingle[node] = single[u];
            }
            for (int i = 0; i < size; i++) {
                for (int axis = 2; axis < 5; axis++) {
                    sums[axis][i] /= sums[0][i];
                }
            }
            graph = joinedGraph(graph, joined, size);
            for (int u = 0; u < nodes.length; u++) {
                nodes[u] = joined[nodes[u]];
            }
            masses = sums[0];
            weights = sums[1];
            x = sums[2];
            y = sums[3];
            z = sums[4];
            locked = someLocked;
            present = somePresent;
            single = someSingle;
            order = new int[size];
            Arrays.setAll(order, i -> i);
            count = size;
        }
    }

    SearchProblem coarse() {
        return coarse;
    }

    SearchProblem fine() {
        return fine;
    }

    /** Returns the labels of the fine map. */
    int[] spread(int[] labels) {
        int[] spread = new int[nodes.length];
        for (int u = 0; u < spread.length; u++) {
            spread[u] = labels[nodes[u]];
        }
        return spread;
    }

    /** Returns the labels of the coarse map; where joined units differ, the last one decides. */
    int[] gather(int[] labels) {
        int[] gathered = new int[coarse.units];
        for (int u = 0; u < labels.length; u++) {
            gathered[nodes[u]] = labels[u];
        }
        return gathered;
    }

    private SearchProblem join(int count) {
        int measures = fine.bands.measures;
        double[] masses = new double[count];
        double[] x = new double[count];
        double[] y = new double[count];
        double[] z = new double[count];
        double[] weights = new double[count * measures];
        int[] locked = new int[count];
        int[] present = new int[count];
        double[] costs = new double[count];
        double[] loads = new double[count];
        int[][] banned = fine.ties.banned.length > 0 ? new int[count][] : fine.ties.banned;
        int[][] apart = fine.ties.apart.length > 0 ? new int[count][] : fine.ties.apart;
        for (int u = 0; u < nodes.length; u++) {
            int node = nodes[u];
            masses[node] += fine.masses[u];
            x[node] += fine.masses[u] * fine.points.x[u];
            y[node] += fine.masses[u] * fine.points.y[u];
            z[node] += fine.masses[u] * fine.points.z[u];
            for (int m = 0; m < measures; m++) {
                weights[node * measures + m] += fine.bands.weights[u * measures + m];
            }
            locked[node] = fine.ties.locked[u];
            present[node] = fine.ties.present[u];
            costs[node] += fine.ties.moveCosts[u];
            loads[node] += fine.ties.moveLoads[u];
            if (banned.length > 0) {
                banned[node] = fine.ties.banned[u];
            }
            if (apart.length > 0) {
                apart[node] = Arrays.stream(fine.ties.apart[u])
                        .map(other -> nodes[other])
                        .toArray();
            }
        }
        for (int i = 0; i < count; i++) {
            x[i] /= masses[i];
            y[i] /= masses[i];
            z[i] /= masses[i];
        }
        Bands bands = fine.bands;
        Ties ties = fine.ties;
        return new SearchProblem(
                fine.territories,
                joinedGraph(fine.graph, nodes, count),
                fine.contiguous,
                new Points(x, y, z, fine.points.whole),
                masses,
                new Bands(measures, weights, bands.least, bands.most, bands.targets, bands.factors),
                new Ties(locked, present, costs, loads, ties.mostMoved, ties.homes, ties.travel, banned, apart),
                fine.compactness);
    }

    private static Graph joinedGraph(Graph graph, int[] nodes, int count) {
        int[] from = new int[graph.ends.length];
        int[] to = new int[from.length];
        int size = 0;
        for (int u = 0; u < nodes.length; u++) {
            for (int e = graph.offsets[u]; e < graph.offsets[u + 1]; e++) {
                int v = graph.ends[e];
                if (nodes[u] < nodes[v]) {
                    from[size] = nodes[u];
                    to[size++] = nodes[v];
                }
            }
        }
        return Graph.of(count, Arrays.copyOf(from, size), Arrays.copyOf(to, size));
    }
}
