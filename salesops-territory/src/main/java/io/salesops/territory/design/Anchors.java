package io.salesops.territory.design;

/**
 * Where each territory is at home: by its locked units, its rep's home, or its present units. A plan made from nothing gets its
 * labels by the cheapest matching of its pieces to these places.
 */
final class Anchors {
    private static final int MOST = 1_500;

    private final double[] places;
    private final boolean[] known;

    private Anchors(SearchProblem problem) {
        int count = problem.territories;
        places = new double[3 * count];
        known = new boolean[count];
        mean(problem, problem.ties.locked);
        double[] homes = problem.ties.homes;
        for (int t = 0; t < count; t++) {
            if (!known[t] && !Double.isNaN(homes[3 * t])) {
                System.arraycopy(homes, 3 * t, places, 3 * t, 3);
                known[t] = true;
            }
        }
        mean(problem, problem.ties.present);
    }

    private void mean(SearchProblem problem, int[] labels) {
        double[] sums = new double[3 * known.length];
        double[] masses = new double[known.length];
        for (int u = 0; u < labels.length; u++) {
            int t = labels[u];
            if (t >= 0 && t < known.length) {
                masses[t] += problem.masses[u];
                sums[3 * t] += problem.masses[u] * problem.points.x[u];
                sums[3 * t + 1] += problem.masses[u] * problem.points.y[u];
                sums[3 * t + 2] += problem.masses[u] * problem.points.z[u];
            }
        }
        for (int t = 0; t < known.length; t++) {
            if (!known[t] && masses[t] > 0) {
                for (int i = 0; i < 3; i++) {
                    places[3 * t + i] = sums[3 * t + i] / masses[t];
                }
                known[t] = true;
            }
        }
    }

    /** Gives the pieces of a plan the labels of the territories that are at home there. */
    static void match(SearchProblem problem, int[] labels) {
        int count = problem.territories;
        Anchors anchors = new Anchors(problem);
        boolean any = false;
        for (boolean one : anchors.known) {
            any |= one;
        }
        if (!any || count > MOST) {
            return;
        }
        double[] sums = new double[3 * count];
        double[] masses = new double[count];
        for (int u = 0; u < labels.length; u++) {
            double mass = problem.masses[u];
            masses[labels[u]] += mass;
            sums[3 * labels[u]] += mass * problem.points.x[u];
            sums[3 * labels[u] + 1] += mass * problem.points.y[u];
            sums[3 * labels[u] + 2] += mass * problem.points.z[u];
        }
        double[][] costs = new double[count][count];
        for (int piece = 0; piece < count; piece++) {
            for (int t = 0; t < count; t++) {
                if (anchors.known[t] && masses[piece] > 0) {
                    for (int i = 0; i < 3; i++) {
                        double gap = sums[3 * piece + i] / masses[piece] - anchors.places[3 * t + i];
                        costs[piece][t] += gap * gap;
                    }
                }
            }
        }
        int[] matched = Matching.of(costs);
        for (int u = 0; u < labels.length; u++) {
            labels[u] = matched[labels[u]];
        }
    }
}
