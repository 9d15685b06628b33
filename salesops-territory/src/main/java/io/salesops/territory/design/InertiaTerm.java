package io.salesops.territory.design;

/** Moment of inertia: a move costs O(1), by the parallel axis theorem. */
final class InertiaTerm implements CompactnessTerm {
    private final Points points;
    private final double[] masses;
    /** Per territory: mass, and centre in three coordinates. */
    private final double[] state;

    private final double[] inertia;

    InertiaTerm(SearchProblem problem, int[] labels) {
        points = problem.points;
        masses = problem.masses;
        state = new double[4 * problem.territories];
        inertia = new double[problem.territories];
        for (int u = 0; u < labels.length; u++) {
            int at = 4 * labels[u];
            state[at] += masses[u];
            state[at + 1] += masses[u] * points.x[u];
            state[at + 2] += masses[u] * points.y[u];
            state[at + 3] += masses[u] * points.z[u];
        }
        for (int at = 0; at < state.length; at += 4) {
            if (state[at] > 0) {
                state[at + 1] /= state[at];
                state[at + 2] /= state[at];
                state[at + 3] /= state[at];
            }
        }
        for (int u = 0; u < labels.length; u++) {
            inertia[labels[u]] += masses[u] * square(u, 4 * labels[u]);
        }
    }

    private double square(int unit, int at) {
        double dx = points.x[unit] - state[at + 1];
        double dy = points.y[unit] - state[at + 2];
        double dz = points.z[unit] - state[at + 3];
        return dx * dx + dy * dy + dz * dz;
    }

    private double gain(int unit, int from) {
        double mass = state[4 * from];
        double rest = mass - masses[unit];
        return rest > 0 ? masses[unit] * mass / rest * square(unit, 4 * from) : inertia[from];
    }

    private double loss(int unit, int to) {
        double mass = state[4 * to];
        return mass > 0 ? masses[unit] * mass / (mass + masses[unit]) * square(unit, 4 * to) : 0;
    }

    @Override
    public double delta(int unit, int from, int to) {
        return loss(unit, to) - gain(unit, from);
    }

    @Override
    public void move(int unit, int from, int to) {
        inertia[from] = Math.max(0, inertia[from] - gain(unit, from));
        inertia[to] += loss(unit, to);
        shift(unit, 4 * from, -masses[unit]);
        shift(unit, 4 * to, masses[unit]);
    }

    private void shift(int unit, int at, double mass) {
        double total = state[at] + mass;
        if (total <= 0) {
            state[at] = 0;
            return;
        }
        double share = mass / total;
        state[at + 1] += share * (points.x[unit] - state[at + 1]);
        state[at + 2] += share * (points.y[unit] - state[at + 2]);
        state[at + 3] += share * (points.z[unit] - state[at + 3]);
        state[at] = total;
    }

    @Override
    public double value() {
        double value = 0;
        for (double one : inertia) {
            value += one;
        }
        return value;
    }
}
