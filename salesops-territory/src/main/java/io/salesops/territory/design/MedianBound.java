package io.salesops.territory.design;

import io.salesops.territory.area.Compactness;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What no plan within its limits can be below in the sum of distances to the medians: the Lagrangian relaxation of the p-median, with
 * capacities (Christofides and Beasley 1982, Beasley 1993). That each unit is in one territory is priced instead of asked; then each
 * possible median takes what pays, up to its capacity and in parts, and the best medians are taken. Prices follow subgradients.
 * O(n^2 log n) an iteration.
 */
final class MedianBound {
    private static final int MOST_UNITS = 400;
    private static final double WORK = 2e7;
    private static final int LEAST_ITERATIONS = 60;
    private static final int MOST_ITERATIONS = 400;
    private static final int PATIENCE = 15;

    private final int units;
    private final int medians;
    private final double[][] costs;
    private final double[] loads;
    private final double capacity;
    private final double[] prices;
    private final double[] values;
    private final double[][] taken;

    private MedianBound(double[][] costs, double[] loads, double capacity, int medians) {
        this.costs = costs;
        this.loads = loads;
        this.capacity = capacity;
        this.medians = medians;
        units = costs.length;
        prices = new double[units];
        values = new double[units];
        taken = new double[units][units];
    }

    /**
     * Returns the bound; empty where something else is made small, or there are too many units.
     *
     * @param aimed the limits of the territories, by measure
     * @param found what a plan reaches
     */
    static Optional<BigDecimal> find(UnitTable table, List<Targets> aimed, BigDecimal found) {
        int size = table.units.size();
        if (table.problem.objective().compactness() != Compactness.MEDIAN
                || size > MOST_UNITS
                || size <= table.territories.size()) {
            return Optional.empty();
        }
        double[] loads = new double[size];
        double capacity = capacity(table, aimed, loads);
        double bound = new MedianBound(new Distances(table).costs(), loads, capacity, table.territories.size())
                .climb(found.doubleValue());
        boolean whole = table.problem.objective().wholeDistances();
        BigDecimal safe = new BigDecimal(Math.max(0, bound * (1 - 1e-9) - 1e-6));
        return Optional.of(
                whole ? safe.setScale(0, RoundingMode.CEILING).setScale(3) : safe.setScale(3, RoundingMode.FLOOR));
    }

    /** The capacity of the largest territory in the measure in which all are narrowest; fills in what units weigh in it. */
    private static double capacity(UnitTable table, List<Targets> aimed, double[] loads) {
        double tightest = Double.MAX_VALUE;
        double capacity = Double.MAX_VALUE;
        for (int m = 0; m < aimed.size(); m++) {
            String measure = table.balance.get(m).measure();
            double total = table.total(measure).doubleValue();
            double most = 0;
            for (int t = 0; t < table.territories.size(); t++) {
                most = Math.max(most, aimed.get(m).most(t, table.total(measure)).doubleValue());
            }
            double room = total > 0 ? most * table.territories.size() / total : Double.MAX_VALUE;
            if (room < tightest) {
                tightest = room;
                // Doubles may have rounded it down.
                capacity = most * (1 + 1e-12);
                for (int u = 0; u < loads.length; u++) {
                    loads[u] = table.units.get(u).weight(measure);
                }
            }
        }
        return capacity;
    }

    private double climb(double found) {
        for (int u = 0; u < units; u++) {
            double[] row = costs[u].clone();
            Arrays.sort(row);
            prices[u] = row[Math.min(units - 1, Math.max(1, units / medians / 2))];
        }
        int iterations = (int) Math.max(LEAST_ITERATIONS, Math.min(MOST_ITERATIONS, WORK / units / units));
        double best = 0;
        double[] bestPrices = prices.clone();
        double step = 1.5;
        int idle = 0;
        for (int i = 0; i < iterations && best < found * (1 - 1e-9); i++) {
            double[] slack = new double[units];
            double bound = relax(slack);
            idle++;
            if (bound > best * (1 + 1e-6)) {
                idle = 0;
            }
            if (bound > best) {
                best = bound;
                System.arraycopy(prices, 0, bestPrices, 0, units);
            }
            if (idle >= PATIENCE) {
                step /= 2;
                idle = 0;
                System.arraycopy(bestPrices, 0, prices, 0, units);
                slack = new double[units];
                bound = relax(slack);
            }
            double length = 0;
            for (double one : slack) {
                length += one * one;
            }
            if (length == 0) {
                break;
            }
            double stride = step * Math.max(1.02 * found - bound, 1e-6 * found) / length;
            for (int u = 0; u < units; u++) {
                prices[u] += stride * slack[u];
            }
        }
        return best;
    }

    /** Returns the bound at the present prices; {@code slack} is how much of each unit nobody takes, or more than one. */
    private double relax(double[] slack) {
        for (int centre = 0; centre < units; centre++) {
            values[centre] = takes(centre);
        }
        Integer[] order = new Integer[units];
        Arrays.setAll(order, u -> u);
        Arrays.sort(order, (one, other) -> {
            int byValue = Double.compare(values[one], values[other]);
            return byValue != 0 ? byValue : Integer.compare(one, other);
        });
        double bound = 0;
        for (double price : prices) {
            bound += price;
        }
        Arrays.fill(slack, 1);
        for (int i = 0; i < medians && values[order[i]] < 0; i++) {
            bound += values[order[i]];
            double[] shares = taken[order[i]];
            for (int u = 0; u < units; u++) {
                slack[u] -= shares[u];
            }
        }
        return bound;
    }

    /** What a median gains at best: itself, and what pays most for its weight, the last in part. */
    private double takes(int centre) {
        double[] shares = taken[centre];
        Arrays.fill(shares, 0);
        shares[centre] = 1;
        double value = costs[centre][centre] - prices[centre];
        double room = capacity - loads[centre];
        if (room < 0) {
            return 0;
        }
        long[] ranked = new long[units];
        int size = 0;
        for (int u = 0; u < units; u++) {
            double gain = prices[u] - costs[centre][u];
            if (u == centre || gain <= 0) {
                continue;
            }
            if (loads[u] == 0) {
                shares[u] = 1;
                value -= gain;
            } else {
                // The bits of a float that is not negative are in the order of its value.
                ranked[size++] = ((long) Float.floatToIntBits((float) (gain / loads[u])) << 32) | u;
            }
        }
        Arrays.sort(ranked, 0, size);
        double worst = 0;
        for (int i = size - 1; i >= 0 && room > 0; i--) {
            int u = (int) ranked[i];
            double gain = prices[u] - costs[centre][u];
            double share = Math.min(1, room / loads[u]);
            shares[u] = share;
            room -= share * loads[u];
            value -= share * gain;
            worst = (double) Float.intBitsToFloat((int) (ranked[i] >>> 32));
        }
        // Ranks are floats: what they may have put in a wrong order is granted once more.
        return value - (room > 0 ? 0 : worst * 1e-6 * capacity);
    }
}
