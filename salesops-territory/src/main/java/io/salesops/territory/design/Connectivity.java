package io.salesops.territory.design;

import java.util.Arrays;

/** Whether a territory hangs together without a unit: a search from one of its neighbours until all others are met. For one thread. */
final class Connectivity {
    private final Graph graph;
    private final int[] seen;
    private final int[] wanted;
    private final int[] queue;
    private int stamp;

    Connectivity(Graph graph) {
        this.graph = graph;
        seen = new int[graph.units()];
        wanted = new int[graph.units()];
        queue = new int[graph.units()];
    }

    /** Whether what touches the unit in its territory stays connected without it; usually a few steps, at worst O(territory). */
    boolean holdsWithout(int unit, int[] labels) {
        if (++stamp == Integer.MAX_VALUE) {
            Arrays.fill(seen, 0);
            Arrays.fill(wanted, 0);
            stamp = 1;
        }
        int territory = labels[unit];
        int missing = 0;
        int start = -1;
        for (int e = graph.offsets[unit]; e < graph.offsets[unit + 1]; e++) {
            int other = graph.ends[e];
            if (labels[other] == territory) {
                wanted[other] = stamp;
                missing++;
                start = other;
            }
        }
        if (missing <= 1) {
            return true;
        }
        seen[unit] = stamp;
        seen[start] = stamp;
        missing--;
        int tail = 0;
        queue[tail++] = start;
        for (int head = 0; head < tail; head++) {
            int at = queue[head];
            for (int e = graph.offsets[at]; e < graph.offsets[at + 1]; e++) {
                int other = graph.ends[e];
                if (seen[other] != stamp && labels[other] == territory) {
                    seen[other] = stamp;
                    if (wanted[other] == stamp && --missing == 0) {
                        return true;
                    }
                    queue[tail++] = other;
                }
            }
        }
        return false;
    }
}
