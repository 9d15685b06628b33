package io.salesops.territory.design;

import java.util.Arrays;

/** Which units touch: for each the neighbours, in one array. Immutable. */
final class Graph {
    /** Where the neighbours of each unit begin in {@link #ends}; one entry more than units. */
    final int[] offsets;
    /** The neighbours of all units, each unit's ascending. */
    final int[] ends;

    private Graph(int[] offsets, int[] ends) {
        this.offsets = offsets;
        this.ends = ends;
    }

    /** Obtains the graph of edges in both directions; loops and repeated edges are dropped. O(edges log degree). */
    static Graph of(int units, int[] from, int[] to) {
        int[] count = new int[units + 1];
        for (int e = 0; e < from.length; e++) {
            if (from[e] != to[e]) {
                count[from[e] + 1]++;
                count[to[e] + 1]++;
            }
        }
        for (int u = 0; u < units; u++) {
            count[u + 1] += count[u];
        }
        int[] next = Arrays.copyOf(count, units);
        int[] ends = new int[count[units]];
        for (int e = 0; e < from.length; e++) {
            if (from[e] != to[e]) {
                ends[next[from[e]]++] = to[e];
                ends[next[to[e]]++] = from[e];
            }
        }
        return sorted(units, count, ends);
    }

    /** Obtains the graph in which each unit has the listed neighbours, in one direction. */
    static Graph directed(int[][] neighbours) {
        int[] offsets = new int[neighbours.length + 1];
        for (int u = 0; u < neighbours.length; u++) {
            offsets[u + 1] = offsets[u] + neighbours[u].length;
        }
        int[] ends = new int[offsets[neighbours.length]];
        for (int u = 0; u < neighbours.length; u++) {
            System.arraycopy(neighbours[u], 0, ends, offsets[u], neighbours[u].length);
        }
        return new Graph(offsets, ends);
    }

    private static Graph sorted(int units, int[] offsets, int[] ends) {
        int[] kept = new int[units + 1];
        int size = 0;
        for (int u = 0; u < units; u++) {
            Arrays.sort(ends, offsets[u], offsets[u + 1]);
            int last = -1;
            for (int i = offsets[u]; i < offsets[u + 1]; i++) {
                if (ends[i] != last) {
                    last = ends[i];
                    ends[size++] = last;
                }
            }
            kept[u + 1] = size;
        }
        return new Graph(kept, Arrays.copyOf(ends, size));
    }

    int units() {
        return offsets.length - 1;
    }

    int degree(int unit) {
        return offsets[unit + 1] - offsets[unit];
    }

    boolean joins(int unit, int other) {
        for (int i = offsets[unit]; i < offsets[unit + 1]; i++) {
            if (ends[i] == other) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the part on some units, numbered as they are listed.
     *
     * @param place for each unit its number in the part, or -1
     */
    Graph part(int[] units, int[] place) {
        int[] kept = new int[units.length + 1];
        int size = 0;
        for (int i = 0; i < units.length; i++) {
            for (int e = offsets[units[i]]; e < offsets[units[i] + 1]; e++) {
                if (place[ends[e]] >= 0) {
                    size++;
                }
            }
            kept[i + 1] = size;
        }
        int[] others = new int[size];
        int next = 0;
        for (int unit : units) {
            for (int e = offsets[unit]; e < offsets[unit + 1]; e++) {
                if (place[ends[e]] >= 0) {
                    others[next++] = place[ends[e]];
                }
            }
        }
        return new Graph(kept, others);
    }

    /** Returns for each unit the number of its connected part, from 0, by the smallest unit in it. */
    int[] components() {
        int[] component = new int[units()];
        Arrays.fill(component, -1);
        int[] queue = new int[units()];
        int count = 0;
        for (int start = 0; start < component.length; start++) {
            if (component[start] >= 0) {
                continue;
            }
            int tail = 0;
            queue[tail++] = start;
            component[start] = count;
            for (int head = 0; head < tail; head++) {
                int unit = queue[head];
                for (int e = offsets[unit]; e < offsets[unit + 1]; e++) {
                    if (component[ends[e]] < 0) {
                        component[ends[e]] = count;
                        queue[tail++] = ends[e];
                    }
                }
            }
            count++;
        }
        return component;
    }
}
