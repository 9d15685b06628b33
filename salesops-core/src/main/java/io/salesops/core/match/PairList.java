package io.salesops.core.match;

import java.util.Arrays;

/** A growing list of pairs of record numbers, each packed into one long that sorts by first, then second. */
final class PairList {
    private static final int HALF = 32;

    private long[] pairs = new long[16];
    private int size;

    void add(int first, int second) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
        }
        pairs[size++] = pack(first, second);
    }

    long[] toArray() {
        return Arrays.copyOf(pairs, size);
    }

    static long pack(int first, int second) {
        return ((long) first << HALF) | second;
    }

    static int first(long pair) {
        return (int) (pair >>> HALF);
    }

    static int second(long pair) {
        return (int) pair;
    }
}
