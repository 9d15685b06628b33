package io.salesops.territory.design;

import io.salesops.core.crm.TerritoryId;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Compactness;
import io.salesops.territory.area.Disruption;
import io.salesops.territory.area.Forbidden;
import io.salesops.territory.area.UnitGroup;
import io.salesops.territory.area.UnitId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Turns a problem into arrays: units that stay together become one node, weights become doubles that hold whole numbers. */
final class Compilation {
    private static final int EXACT_BITS = 52;
    private static final int NEAREST = 20;

    private final UnitTable table;
    private final Graph unitGraph;
    private final int[] nodes;
    private final int nodeCount;

    Compilation(UnitTable table, Graph unitGraph) {
        this.table = table;
        this.unitGraph = unitGraph;
        nodes = Groups.of(table);
        nodeCount = 1 + Arrays.stream(nodes).max().orElse(-1);
    }

    /** The node of each unit. */
    int[] nodes() {
        return nodes;
    }

    int nodeCount() {
        return nodeCount;
    }

    /** Whether each unit is a node of its own. */
    boolean plain() {
        return nodeCount == nodes.length;
    }

    /** Borders between units. */
    Graph unitBorders() {
        return unitGraph;
    }

    /** Borders between nodes. */
    Graph borders() {
        if (plain()) {
            return unitGraph;
        }
        int[] from = new int[unitGraph.ends.length];
        int[] to = new int[from.length];
        int size = 0;
        for (int u = 0; u < nodes.length; u++) {
            for (int e = unitGraph.offsets[u]; e < unitGraph.offsets[u + 1]; e++) {
                from[size] = nodes[u];
                to[size++] = nodes[unitGraph.ends[e]];
            }
        }
        return Graph.of(nodeCount, from, to);
    }

    /** What distances of each unit weigh; never nothing, so that no unit may drift. */
    double[] unitMasses() {
        Optional<String> measure = table.problem.objective().measure();
        double[] masses = new double[nodes.length];
        double sum = 0;
        for (int u = 0; u < masses.length; u++) {
            AlignmentUnit unit = table.units.get(u);
            masses[u] = measure.map(unit::weight).orElse(1L);
            sum += masses[u];
        }
        double least = measure.isPresent() ? (sum > 0 ? 1e-4 * sum / masses.length : 1) : 0;
        for (int u = 0; u < masses.length; u++) {
            masses[u] += least;
        }
        return masses;
    }

    /**
     * Returns the problem on all nodes and territories.
     *
     * @param alone nodes that get a territory of their own, as the others share what is left
     */
    SearchProblem problem(List<Integer> alone) {
        double[] unitMasses = unitMasses();
        double[] masses = new double[nodeCount];
        double[] x = new double[nodeCount];
        double[] y = new double[nodeCount];
        double[] z = new double[nodeCount];
        for (int u = 0; u < nodes.length; u++) {
            masses[nodes[u]] += unitMasses[u];
            x[nodes[u]] += unitMasses[u] * table.points.x[u];
            y[nodes[u]] += unitMasses[u] * table.points.y[u];
            z[nodes[u]] += unitMasses[u] * table.points.z[u];
        }
        for (int i = 0; i < nodeCount && !plain(); i++) {
            x[i] /= masses[i];
            y[i] /= masses[i];
            z[i] /= masses[i];
        }
        Points points = plain() ? table.points : new Points(x, y, z, table.points.whole);
        boolean contiguous = table.problem.contiguous();
        Compactness compactness = table.problem.objective().compactness();
        Graph graph =
                contiguous || compactness == Compactness.CUT_EDGES ? borders() : NearestUnits.graph(points, NEAREST);
        return new SearchProblem(
                table.territories.size(),
                graph,
                contiguous,
                points,
                masses,
                bands(alone, Rate.ONE),
                ties(points, masses, graph),
                compactness);
    }

    /** What nodes weigh in one measure, exactly. */
    BigInteger[] exact(String measure) {
        BigInteger[] weights = new BigInteger[nodeCount];
        Arrays.fill(weights, BigInteger.ZERO);
        for (int u = 0; u < nodes.length; u++) {
            long weight = table.units.get(u).weight(measure);
            if (weight > 0) {
                weights[nodes[u]] = weights[nodes[u]].add(BigInteger.valueOf(weight));
            }
        }
        return weights;
    }

    /** The targets and limits of a measure when some nodes have a territory of their own. */
    private Targets aimed(Balance balance, List<Integer> alone) {
        BigInteger[] exact = exact(balance.measure());
        BigInteger left = table.total(balance.measure());
        for (int node : alone) {
            left = left.subtract(exact[node]);
        }
        int sharing = table.territories.size() - Targets.stated(balance, table.territories) - alone.size();
        return new Targets(balance, table.territories, left, Math.max(0, sharing));
    }

    /** The targets and limits of all measures when some nodes have a territory of their own. */
    List<Targets> aimed(List<Integer> alone) {
        return table.balance.stream().map(balance -> aimed(balance, alone)).toList();
    }

    /**
     * Returns weights and limits.
     *
     * @param widening by what the bands around the targets are multiplied
     */
    Bands bands(List<Integer> alone, Rate widening) {
        int measures = table.balance.size();
        int territories = table.territories.size();
        double[] weights = new double[nodeCount * measures];
        double[][] limits = new double[4][territories * measures];
        for (int m = 0; m < measures; m++) {
            Balance balance = table.balance.get(m);
            BigInteger[] exact = exact(balance.measure());
            BigInteger total = BigInteger.ZERO;
            for (BigInteger weight : exact) {
                total = total.add(weight);
            }
            BigInteger searched = total;
            for (int node : alone) {
                searched = searched.subtract(exact[node]);
            }
            // What is alone in a territory is not searched, however heavy it is.
            int shift = Math.max(0, searched.bitLength() - EXACT_BITS);
            for (int i = 0; i < nodeCount; i++) {
                weights[i * measures + m] = exact[i].shiftRight(shift).doubleValue();
            }
            Targets targets = aimed(balance.withBand(balance.band().map(widening::times)), alone);
            Targets all = aimed(balance.withBand(balance.band().map(widening::times)), List.of());
            for (int t = 0; t < territories; t++) {
                int place = t * measures + m;
                double target = targets.target(t).approximate() / Math.scalb(1.0, shift);
                BigInteger least = targets.least(t).max(all.least(t));
                BigInteger most = targets.most(t, total).min(all.most(t, total));
                // Where what is left is too different from an equal share of all, only what is left counts.
                boolean both = targets.target(t).compareTo(Rational.of(new BigDecimal(least))) >= 0
                        && targets.target(t).compareTo(Rational.of(new BigDecimal(most))) <= 0;
                limits[0][place] =
                        (both ? least : targets.least(t)).shiftRight(shift).doubleValue();
                limits[1][place] =
                        (both ? most : targets.most(t, total)).shiftRight(shift).doubleValue();
                limits[2][place] = target;
                limits[3][place] = balance.importance() / Math.max(target, 1);
            }
        }
        return new Bands(measures, weights, limits[0], limits[1], limits[2], limits[3]);
    }

    private Ties ties(Points points, double[] masses, Graph graph) {
        int territories = table.territories.size();
        int[] locked = new int[nodeCount];
        int[] present = new int[nodeCount];
        Arrays.fill(locked, -1);
        Arrays.fill(present, -1);
        double[] loads = new double[nodeCount];
        for (int u = 0; u < nodes.length; u++) {
            int now = table.present(u);
            if (now < 0) {
                continue;
            }
            if (table.units.get(u).locked()) {
                locked[nodes[u]] = now;
            }
            // Of units that stay together the last one names the present territory; they rarely disagree.
            present[nodes[u]] = now;
            loads[nodes[u]] += moveLoad(table.units.get(u));
        }
        Disruption disruption = table.problem.disruption();
        Scale scale = Scale.of(
                points, masses, territories, graph, table.problem.objective().compactness());
        double most = allowance(disruption.mostMoved(), Arrays.stream(loads).sum());
        return new Ties(
                locked,
                present,
                moveCosts(scale, disruption.importance()),
                loads,
                most,
                homes(territories),
                table.problem.objective().travel() * scale.perSquare(),
                banned(),
                apart());
    }

    /** What moving nodes would cost if disruption counted so much beside compactness. */
    double[] moveCosts(SearchProblem whole, double importance) {
        Scale scale = Scale.of(whole.points, whole.masses, whole.territories, whole.graph, whole.compactness);
        return moveCosts(scale, importance);
    }

    private double[] moveCosts(Scale scale, double importance) {
        double[] costs = new double[nodeCount];
        for (int u = 0; u < nodes.length; u++) {
            if (table.present(u) >= 0) {
                costs[nodes[u]] += moveCost(table.units.get(u));
            }
        }
        double sum = Arrays.stream(costs).sum();
        for (int i = 0; i < nodeCount; i++) {
            costs[i] = sum > 0 ? importance * scale.usual() * costs[i] / sum : 0;
        }
        return costs;
    }

    private static double allowance(Rate mostMoved, double all) {
        if (mostMoved.compareTo(Rate.ONE) >= 0) {
            return Double.MAX_VALUE;
        }
        if (all < 1L << EXACT_BITS) {
            return mostMoved
                    .value()
                    .times(Rational.of((long) all))
                    .round(0, RoundingMode.FLOOR)
                    .doubleValue();
        }
        // Beyond whole numbers of a double: a little less, so that no rounding exceeds the share.
        return mostMoved.value().approximate() * all * (1 - 1e-9);
    }

    /** What a unit counts of the share that may move. */
    private double moveLoad(AlignmentUnit unit) {
        return table.problem.disruption().measure().map(unit::weight).orElse(1L);
    }

    private double moveCost(AlignmentUnit unit) {
        double cost = unit.moveCost().isPresent() ? unit.moveCost().getAsLong() : moveLoad(unit);
        Double factor =
                unit.protection().map(table.problem.disruption().classes()::get).orElse(1.0);
        return cost * factor;
    }

    private double[] homes(int territories) {
        double[] homes = new double[3 * territories];
        Arrays.fill(homes, Double.NaN);
        for (int t = 0; t < territories; t++) {
            int at = 3 * t;
            table.territories.get(t).home().ifPresent(home -> {
                int unit = table.number(home);
                homes[at] = table.points.x[unit];
                homes[at + 1] = table.points.y[unit];
                homes[at + 2] = table.points.z[unit];
            });
        }
        return homes;
    }

    private int[][] banned() {
        if (table.problem.forbidden().isEmpty()) {
            return new int[0][];
        }
        int[][] banned = new int[nodeCount][0];
        for (Forbidden pair : table.problem.forbidden()) {
            int node = nodes[table.number(pair.unit())];
            banned[node] = with(banned[node], number(pair.territory()));
        }
        return banned;
    }

    private int number(TerritoryId territory) {
        return table.number(territory);
    }

    private int[][] apart() {
        if (table.problem.apart().isEmpty()) {
            return new int[0][];
        }
        int[][] apart = new int[nodeCount][0];
        for (UnitGroup group : table.problem.apart()) {
            for (UnitId one : group.units()) {
                for (UnitId other : group.units()) {
                    int node = nodes[table.number(one)];
                    if (!one.equals(other)) {
                        apart[node] = with(apart[node], nodes[table.number(other)]);
                    }
                }
            }
        }
        return apart;
    }

    private static int[] with(int[] sorted, int more) {
        TreeSet<Integer> all = new TreeSet<>();
        for (int one : sorted) {
            all.add(one);
        }
        all.add(more);
        return all.stream().mapToInt(Integer::intValue).toArray();
    }
}
