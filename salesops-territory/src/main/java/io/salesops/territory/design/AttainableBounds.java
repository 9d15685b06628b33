package io.salesops.territory.design;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.UnitId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What no plan can reach: a unit heavier than a territory is to be, and units so hemmed in that no connected set around them weighs
 * what a territory is to weigh. The sets around a unit are enumerated until one is good enough, which is soon nearly everywhere.
 */
final class AttainableBounds {
    private static final int SETS_PER_NODE = 100_000;
    private static final long SETS = 4_000_000;
    private static final int MOST_NODES = 50_000;
    private static final int DEEPEST = 500;
    private static final double LEAST = 0.0001;

    private final UnitTable table;
    private final Compilation compilation;
    private final Graph graph;

    AttainableBounds(UnitTable table, Compilation compilation, Graph graph) {
        this.table = table;
        this.compilation = compilation;
        this.graph = graph;
    }

    /** Returns the bounds of all measures, the largest deviation first. */
    ImmutableList<AttainableBound> find() {
        ImmutableList.Builder<AttainableBound> bounds = ImmutableList.builder();
        List<Targets> reported = Targets.reported(table);
        for (int m = 0; m < table.balance.size(); m++) {
            Balance balance = table.balance.get(m);
            Targets targets = reported.get(m);
            Rational target = targets.target(0);
            boolean equal = Targets.stated(balance, table.territories) == 0 && target.signum() > 0;
            if (equal) {
                bounds.addAll(oversized(balance, target));
                if (table.problem.contiguous() && compilation.nodeCount() <= MOST_NODES) {
                    bounds.addAll(new Peninsulas(balance, target).find());
                }
            }
        }
        return ImmutableList.sortedCopyOf(
                Comparator.comparing(AttainableBound::deviation)
                        .reversed()
                        .thenComparing(bound -> bound.units().get(0)),
                bounds.build());
    }

    static Rate percent(Rational share, RoundingMode mode) {
        return new Rate(Rational.of(share.round(4, mode)));
    }

    private ImmutableList<UnitId> units(boolean[] inside) {
        ImmutableList.Builder<UnitId> units = ImmutableList.builder();
        for (int u = 0; u < compilation.nodes().length; u++) {
            if (inside[compilation.nodes()[u]]) {
                units.add(table.units.get(u).id());
            }
        }
        return units.build();
    }

    private ImmutableList<AttainableBound> oversized(Balance balance, Rational target) {
        ImmutableList.Builder<AttainableBound> bounds = ImmutableList.builder();
        BigInteger[] weights = compilation.exact(balance.measure());
        BigInteger least = target.round(0, RoundingMode.FLOOR).toBigInteger();
        for (int node = 0; node < weights.length; node++) {
            if (weights[node].compareTo(least) > 0) {
                Rate deviation = percent(
                        new Rational(weights[node], BigInteger.ONE)
                                .dividedBy(target)
                                .plus(Rational.of(-1)),
                        RoundingMode.HALF_EVEN);
                boolean[] inside = new boolean[weights.length];
                inside[node] = true;
                ImmutableList<UnitId> units = units(inside);
                if (deviation.signum() > 0) {
                    bounds.add(AttainableBound.builder()
                            .measure(balance.measure())
                            .deviation(deviation)
                            .units(units)
                            .why(names(units) + (units.size() == 1 ? " alone weighs " : " together weigh ")
                                    + weights[node] + " in "
                                    + balance.measure() + ", a territory is to weigh " + show(target) + ": at least "
                                    + deviation + " over, whatever the plan")
                            .build());
                }
            }
        }
        return bounds.build();
    }

    private static String show(Rational value) {
        BigDecimal shown = value.round(1, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return (shown.scale() < 0 ? shown.setScale(0) : shown).toPlainString();
    }

    private static String names(ImmutableList<UnitId> units) {
        return units.stream().limit(6).map(UnitId::value).collect(Collectors.joining(", "))
                + (units.size() > 6 ? " and " + (units.size() - 6) + " more" : "");
    }

    /** Enumerates the connected sets around each node of one measure. */
    private final class Peninsulas {
        private final Balance balance;
        private final Rational target;
        private final double goal;
        private final double[] weights;
        private final byte[] state;
        private final double enough;
        private double best;
        private final int[] path = new int[DEEPEST + 2];
        private int[] bestSet = new int[0];
        private int sets;
        private int most;
        private long all;

        private Peninsulas(Balance balance, Rational target) {
            this.balance = balance;
            this.target = target;
            goal = target.approximate();
            BigInteger[] exact = compilation.exact(balance.measure());
            weights = new double[exact.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = exact[i].doubleValue();
            }
            state = new byte[weights.length];
            enough = Math.max(
                    LEAST,
                    balance.band().map(band -> band.value().approximate()).orElse(0.0));
        }

        private ImmutableList<AttainableBound> find() {
            ImmutableList.Builder<AttainableBound> bounds = ImmutableList.builder();
            boolean[] explained = new boolean[weights.length];
            Integer[] order = new Integer[weights.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.<Integer>comparingInt(graph::degree).thenComparingInt(i -> i));
            int[] rim = new int[graph.units()];
            for (int node : order) {
                if (explained[node] || weights[node] >= goal || all > SETS) {
                    continue;
                }
                best = Double.MAX_VALUE;
                sets = 0;
                most = SETS_PER_NODE;
                state[node] = 1;
                path[0] = node;
                int size = extend(rim, 0, node);
                grow(weights[node], rim, 0, size, 0);
                all += sets;
                state[node] = 0;
                for (int i = 0; i < size; i++) {
                    state[rim[i]] = 0;
                }
                if (sets < most && best > enough) {
                    explain(node, bounds, explained);
                }
            }
            return bounds.build();
        }

        private int extend(int[] rim, int size, int node) {
            int more = size;
            for (int e = graph.offsets[node]; e < graph.offsets[node + 1]; e++) {
                if (state[graph.ends[e]] == 0) {
                    state[graph.ends[e]] = 2;
                    rim[more++] = graph.ends[e];
                }
            }
            return more;
        }

        /** Notes the set, then adds each node of the rim in turn, never one that was left out before. */
        private void grow(double weight, int[] rim, int from, int size, int depth) {
            // A set of so many units is no peninsula; what is not enumerated proves nothing.
            if (depth > DEEPEST) {
                sets = most;
                return;
            }
            sets++;
            double deviation = Math.abs(weight - goal) / goal;
            if (deviation < best) {
                best = deviation;
                bestSet = Arrays.copyOf(path, depth + 1);
            }
            if (weight >= goal || best <= enough || sets >= most) {
                return;
            }
            for (int i = from; i < size && best > enough && sets < most; i++) {
                int node = rim[i];
                state[node] = 1;
                path[depth + 1] = node;
                int more = extend(rim, size, node);
                grow(weight + weights[node], rim, i + 1, more, depth + 1);
                for (int j = size; j < more; j++) {
                    state[rim[j]] = 0;
                }
                state[node] = 2;
            }
        }

        private void explain(int node, ImmutableList.Builder<AttainableBound> bounds, boolean[] explained) {
            BigInteger sum = BigInteger.ZERO;
            BigInteger[] exact = compilation.exact(balance.measure());
            boolean[] inside = new boolean[state.length];
            for (int one : bestSet) {
                sum = sum.add(exact[one]);
                inside[one] = true;
                explained[one] = true;
            }
            Rational share = new Rational(sum, BigInteger.ONE).dividedBy(target).plus(Rational.of(-1));
            Rate deviation = percent(share.abs(), RoundingMode.HALF_EVEN);
            boolean[] alone = new boolean[state.length];
            alone[node] = true;
            ImmutableList<UnitId> units = units(inside);
            bounds.add(AttainableBound.builder()
                    .measure(balance.measure())
                    .deviation(deviation)
                    .units(units)
                    .why("of all territories that hang together around " + names(units(alone)) + ", {" + names(units)
                            + "} comes nearest to " + show(target) + " in " + balance.measure() + ": it weighs " + sum
                            + ", " + deviation + (share.signum() < 0 ? " under" : " over"))
                    .build());
        }
    }
}
