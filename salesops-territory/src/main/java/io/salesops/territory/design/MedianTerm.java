package io.salesops.territory.design;

/**
 * p-median: a move costs O(units of both territories).
 *
 * <p>Every unit knows the sum of distances from all units of its territory; the median is the one with the smallest, so that
 * it is always right and never moved by hand.
 */
final class MedianTerm implements CompactnessTerm {
    private static final int MOST_IN_TABLE = 2_000;

    private final Members members;
    private final Points points;
    private final double[] masses;
    private final double[] table;
    private final int units;
    private final double[] sums;
    private final double[] costs;

    MedianTerm(SearchProblem problem, Members members) {
        this.members = members;
        points = problem.points;
        masses = problem.masses;
        units = problem.units;
        table = units <= MOST_IN_TABLE ? new double[units * units] : new double[0];
        for (int u = 0; u < units && table.length > 0; u++) {
            for (int v = 0; v < u; v++) {
                table[u * units + v] = points.distance(u, v);
                table[v * units + u] = table[u * units + v];
            }
        }
        sums = new double[units];
        costs = new double[problem.territories];
        for (int t = 0; t < costs.length; t++) {
            for (int i = 0; i < members.size(t); i++) {
                sums[members.get(t, i)] = sum(members.get(t, i), t);
            }
            costs[t] = least(t);
        }
    }

    private double distance(int one, int other) {
        return table.length > 0 ? table[one * units + other] : points.distance(one, other);
    }

    private double sum(int unit, int territory) {
        int[] list = members.list(territory);
        double sum = 0;
        for (int i = 0; i < members.size(territory); i++) {
            sum += masses[list[i]] * distance(unit, list[i]);
        }
        return sum;
    }

    private double least(int territory) {
        int[] list = members.list(territory);
        double least = Double.MAX_VALUE;
        for (int i = 0; i < members.size(territory); i++) {
            least = Math.min(least, sums[list[i]]);
        }
        return least == Double.MAX_VALUE ? 0 : least;
    }

    @Override
    public double delta(int unit, int from, int to) {
        double mass = masses[unit];
        int[] list = members.list(from);
        int size = members.size(from);
        double without = size > 1 ? Double.MAX_VALUE : 0;
        for (int i = 0; i < size; i++) {
            int other = list[i];
            if (other != unit) {
                without = Math.min(without, sums[other] - mass * distance(other, unit));
            }
        }
        list = members.list(to);
        size = members.size(to);
        double own = 0;
        double with = Double.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            int other = list[i];
            double distance = distance(other, unit);
            own += masses[other] * distance;
            with = Math.min(with, sums[other] + mass * distance);
        }
        return without + Math.min(own, with) - costs[from] - costs[to];
    }

    @Override
    public void move(int unit, int from, int to) {
        double mass = masses[unit];
        int[] list = members.list(from);
        double least = Double.MAX_VALUE;
        for (int i = 0; i < members.size(from); i++) {
            int other = list[i];
            if (other != unit) {
                sums[other] -= mass * distance(other, unit);
                least = Math.min(least, sums[other]);
            }
        }
        costs[from] = least == Double.MAX_VALUE ? 0 : least;
        list = members.list(to);
        double own = 0;
        least = Double.MAX_VALUE;
        for (int i = 0; i < members.size(to); i++) {
            int other = list[i];
            double distance = distance(other, unit);
            own += masses[other] * distance;
            sums[other] += mass * distance;
            least = Math.min(least, sums[other]);
        }
        sums[unit] = own;
        costs[to] = Math.min(own, least);
    }

    @Override
    public double value() {
        double value = 0;
        for (double cost : costs) {
            value += cost;
        }
        return value;
    }
}
