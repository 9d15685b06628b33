package io.salesops.territory.design;

import java.util.Arrays;

/** Plans to begin with: bisection, then a balanced power diagram, repaired. */
final class Starts {
    private static final double LEAST_SPREAD = 1e-14;

    private Starts() {}

    /**
     * Returns a plan made from nothing.
     *
     * @param noise how much the first axes and cuts are disturbed
     * @param moving passes in which centres move
     * @param still passes that balance alone
     */
    static int[] fresh(SearchProblem problem, double noise, Randomness random, int moving, int still) {
        double[] weights = weights(problem);
        double[] shares = shares(problem);
        int[] halved = Bisection.of(problem.points, weights, shares, noise, random);
        Anchors.match(problem, halved);
        lock(problem, halved);
        int[] diagram =
                new PowerDiagram(problem.points, weights, shares, problem.ties.locked, halved).run(moving, still);
        Repair.repair(problem, diagram);
        Repair.repair(problem, halved);
        return value(problem, diagram, weights, shares) <= value(problem, halved, weights, shares) ? diagram : halved;
    }

    private static void lock(SearchProblem problem, int[] labels) {
        for (int u = 0; u < labels.length; u++) {
            if (problem.ties.locked[u] >= 0) {
                labels[u] = problem.ties.locked[u];
            }
        }
    }

    /** What units weigh for balance; where nothing is balanced, what their distances weigh. */
    private static double[] weights(SearchProblem problem) {
        double[] weights = problem.bands.measures > 0 ? problem.bands.blended() : problem.masses.clone();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int u = 0; u < weights.length; u++) {
            weights[u] = sum > 0 ? weights[u] / sum : 1.0 / weights.length;
        }
        return weights;
    }

    private static double[] shares(SearchProblem problem) {
        Bands bands = problem.bands;
        double[] shares = new double[problem.territories];
        Arrays.fill(shares, bands.measures > 0 ? 0 : 1);
        for (int m = 0; m < bands.measures; m++) {
            double total = 0;
            for (int t = 0; t < shares.length; t++) {
                total += bands.targets[t * bands.measures + m];
            }
            for (int t = 0; t < shares.length; t++) {
                shares[t] += total > 0 ? bands.targets[t * bands.measures + m] / total : 1.0 / shares.length;
            }
        }
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        for (int t = 0; t < shares.length; t++) {
            shares[t] /= sum;
        }
        return shares;
    }

    /** Inertia, made worse by inequality. */
    private static double value(SearchProblem problem, int[] labels, double[] weights, double[] shares) {
        double[] loads = new double[shares.length];
        for (int u = 0; u < labels.length; u++) {
            loads[labels[u]] += weights[u];
        }
        double unequal = 0;
        for (int t = 0; t < shares.length; t++) {
            unequal += Math.abs(loads[t] - shares[t]);
        }
        double least = 0;
        for (int u = 0; u < labels.length; u++) {
            least += LEAST_SPREAD * problem.masses[u] * problem.points.square(u, 0, 0, 0);
        }
        // Where all units lie in one place, only inequality tells plans apart.
        return (new InertiaTerm(problem, labels).value() + least) * (1 + unequal);
    }
}
