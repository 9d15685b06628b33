package io.salesops.territory.design;

import java.util.Arrays;

/**
 * A map with fewer units: neighbours are joined in pairs, the nearest first, so that every pair hangs together (multilevel
 * partitioning, Karypis and Kumar 1998). Units on which rules bear stay alone. O(borders).
 */
final class Coarsening {
    /** A joined unit weighs at most this share of a territory. */
    private static final double HEAVIEST = 0.02;

    private final SearchProblem fine;
    private final int[] nodes;
    private final SearchProblem coarse;

    private Coarsening(SearchProblem fine, int[] nodes, int count) {
        this.fine = fine;
        this.nodes = nodes;
        coarse = join(count);
    }

    static Coarsening of(SearchProblem fine) {
        Graph graph = fine.graph;
        int[] partner = new int[fine.units];
        Arrays.fill(partner, -1);
        double[] weights = fine.bands.measures > 0 ? fine.bands.blended() : fine.masses;
        double sum = Arrays.stream(weights).sum();
        double most = HEAVIEST * sum / fine.territories;
        for (int u : KdOrder.of(fine.points, 16)) {
            if (partner[u] >= 0 || !mayJoin(fine.ties, u)) {
                continue;
            }
            int best = -1;
            double least = Double.MAX_VALUE;
            for (int e = graph.offsets[u]; e < graph.offsets[u + 1]; e++) {
                int v = graph.ends[e];
                double square = fine.points.square(u, v) * (fine.masses[u] + fine.masses[v]);
                if (partner[v] < 0
                        && square < least
                        && weights[u] + weights[v] <= most
                        && mayJoin(fine.ties, v)
                        && fine.ties.locked[u] == fine.ties.locked[v]
                        && fine.ties.present[u] == fine.ties.present[v]) {
                    least = square;
                    best = v;
                }
            }
            if (best >= 0) {
                partner[u] = best;
                partner[best] = u;
            }
        }
        int[] nodes = new int[fine.units];
        int count = 0;
        for (int u = 0; u < nodes.length; u++) {
            nodes[u] = partner[u] >= 0 && partner[u] < u ? nodes[partner[u]] : count++;
        }
        return new Coarsening(fine, nodes, count);
    }

    private static boolean mayJoin(Ties ties, int unit) {
        return (ties.banned.length == 0 || ties.banned[unit].length == 0)
                && (ties.apart.length == 0 || ties.apart[unit].length == 0);
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
                graph(count),
                fine.contiguous,
                new Points(x, y, z, fine.points.whole),
                masses,
                new Bands(measures, weights, bands.least, bands.most, bands.targets, bands.factors),
                new Ties(locked, present, costs, loads, ties.mostMoved, ties.homes, ties.travel, banned, apart),
                fine.compactness);
    }

    private Graph graph(int count) {
        Graph graph = fine.graph;
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
