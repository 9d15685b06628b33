package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Ratio;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins the compared pairs by descending weight and counts pairs joined and true on the way. One thread. */
final class CurveRun {
    /** Thousandths of a bit between two thresholds. */
    private static final int STEP = 100;

    private final UnionFind components;
    private final long[] sizes;
    /** By component: how many records of each cluster of the truth it has. */
    private final @Nullable Map<Integer, Long>[] members;

    private long joined;
    private long right;

    /** The numbers of the truth's clusters by record; negative for records of none. */
    CurveRun(int[] truth) {
        this.components = new UnionFind(truth.length);
        this.sizes = new long[truth.length];
        Arrays.fill(sizes, 1);
        this.members = maps(truth.length);
        for (int record = 0; record < truth.length; record++) {
            if (truth[record] >= 0) {
                Map<Integer, Long> one = new HashMap<>();
                one.put(truth[record], 1L);
                members[record] = one;
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of parameterised types
    private static @Nullable Map<Integer, Long>[] maps(int length) {
        return new Map[length];
    }

    MatchCurve curve(long[] pairs, int[] weights, int lowest, long truePairs) {
        long[] order = new long[pairs.length];
        for (int pair = 0; pair < pairs.length; pair++) {
            order[pair] = ((long) -weights[pair] << Integer.SIZE) | pair;
        }
        Arrays.sort(order);
        ImmutableList.Builder<MatchCurve.Point> points = ImmutableList.builder();
        for (int at = 0; at < order.length; ) {
            int step = Math.floorDiv(weight(order[at]), STEP);
            while (at < order.length && Math.floorDiv(weight(order[at]), STEP) == step) {
                long pair = pairs[(int) order[at++]];
                join(PairList.first(pair), PairList.second(pair));
            }
            points.add(new MatchCurve.Point(
                    Bits.toBits(Math.max(lowest, step * STEP)),
                    Ratio.of(right, joined, ImmutableList.of()),
                    Ratio.of(right, truePairs, ImmutableList.of())));
        }
        return new MatchCurve(points.build().reverse());
    }

    private static int weight(long ordered) {
        return (int) -(ordered >> Integer.SIZE);
    }

    /** The counts of the smaller map go into the larger one: each record moves at most log n times. */
    private void join(int first, int second) {
        int a = components.find(first);
        int b = components.find(second);
        if (a == b) {
            return;
        }
        joined += sizes[a] * sizes[b];
        Map<Integer, Long> ofA = members[a];
        Map<Integer, Long> ofB = members[b];
        Map<Integer, Long> all = ofA == null ? ofB : ofA;
        if (ofA != null && ofB != null) {
            Map<Integer, Long> small = ofA.size() < ofB.size() ? ofA : ofB;
            Map<Integer, Long> large = small == ofA ? ofB : ofA;
            small.forEach((cluster, count) -> {
                right += count * large.getOrDefault(cluster, 0L);
                large.merge(cluster, count, Long::sum);
            });
            all = large;
        }
        long size = sizes[a] + sizes[b];
        components.union(a, b);
        int root = components.find(a);
        sizes[root] = size;
        members[a] = null;
        members[b] = null;
        members[root] = all;
    }
}
