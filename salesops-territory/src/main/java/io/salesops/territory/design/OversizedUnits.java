package io.salesops.territory.design;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Nodes that are at least as heavy as a territory is to be: each gets one of its own before the search, and the others share
 * what is left. Without this they starve their neighbours, and territories come out empty.
 */
final class OversizedUnits {
    private OversizedUnits() {}

    /** Returns the nodes, heaviest first; none where territories state targets of their own. */
    static List<Integer> of(UnitTable table, Compilation compilation, Graph borders, int[] locked) {
        List<Integer> alone = new ArrayList<>();
        if (table.balance.isEmpty()
                || table.balance.get(0).band().isEmpty()
                || Targets.stated(table.balance.get(0), table.territories) > 0) {
            return alone;
        }
        BigInteger[] weights = compilation.exact(table.balance.get(0).measure());
        BigInteger left = BigInteger.ZERO;
        for (BigInteger weight : weights) {
            left = left.add(weight);
        }
        boolean[] taken = new boolean[weights.length];
        int territories = table.territories.size();
        int parts = parts(borders, taken);
        while (territories - alone.size() > 1) {
            int heaviest = -1;
            for (int node = 0; node < weights.length; node++) {
                if (!taken[node] && (heaviest < 0 || weights[node].compareTo(weights[heaviest]) > 0)) {
                    heaviest = node;
                }
            }
            int rest = territories - alone.size();
            if (heaviest < 0
                    || weights[heaviest].signum() == 0
                    || weights[heaviest].multiply(BigInteger.valueOf(rest)).compareTo(left) < 0
                    || locked[heaviest] >= 0) {
                break;
            }
            taken[heaviest] = true;
            boolean splits = table.problem.contiguous() && parts(borders, taken) > parts;
            if (splits || weights.length - alone.size() - 1 < rest - 1) {
                break;
            }
            alone.add(heaviest);
            left = left.subtract(weights[heaviest]);
        }
        return alone;
    }

    /** In how many parts the nodes fall that are not taken. */
    private static int parts(Graph graph, boolean[] taken) {
        boolean[] seen = taken.clone();
        int[] queue = new int[taken.length];
        int parts = 0;
        for (int start = 0; start < seen.length; start++) {
            if (seen[start]) {
                continue;
            }
            parts++;
            int tail = 0;
            queue[tail++] = start;
            seen[start] = true;
            for (int head = 0; head < tail; head++) {
                for (int e = graph.offsets[queue[head]]; e < graph.offsets[queue[head] + 1]; e++) {
                    if (!seen[graph.ends[e]]) {
                        seen[graph.ends[e]] = true;
                        queue[tail++] = graph.ends[e];
                    }
                }
            }
        }
        return parts;
    }
}
