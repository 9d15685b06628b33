package io.salesops.core.match;

import java.util.Arrays;

/**
 * Pairs of records, each once, with the first rule that gave it: packed into longs that sort by first record, second and
 * rule. Memory is 8 bytes a pair, and as much again while pairs come in. Not thread-safe.
 */
final class PairSet {
    /** Bits of a record number. */
    static final int RECORD_BITS = 24;
    /** Bits of a rule number. */
    static final int RULE_BITS = 15;

    private static final int RECORD_MASK = (1 << RECORD_BITS) - 1;
    private static final int BUCKETS = 64;
    private static final int START = 1 << 12;

    private final int shift;
    private final long[][] buckets = new long[BUCKETS][];
    private final int[] sizes = new int[BUCKETS];
    private final int[] sorted = new int[BUCKETS];

    /** Starts a set of pairs of so many records. */
    PairSet(int records) {
        int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(Math.max(1, records - 1)));
        this.shift = Math.max(0, bits - 6);
    }

    static long pack(int first, int second, int rule) {
        return ((long) first << (RECORD_BITS + RULE_BITS)) | ((long) second << RULE_BITS) | rule;
    }

    static int first(long pair) {
        return (int) (pair >>> (RECORD_BITS + RULE_BITS));
    }

    static int second(long pair) {
        return (int) (pair >>> RULE_BITS) & RECORD_MASK;
    }

    static int rule(long pair) {
        return (int) pair & ((1 << RULE_BITS) - 1);
    }

    void add(int first, int second, int rule) {
        int bucket = Math.min(BUCKETS - 1, first >>> shift);
        long[] pairs = buckets[bucket];
        if (pairs == null) {
            pairs = new long[START];
            buckets[bucket] = pairs;
        } else if (sizes[bucket] == pairs.length) {
            pairs = makeRoom(bucket);
        }
        pairs[sizes[bucket]++] = pack(first, second, rule);
    }

    private long[] makeRoom(int bucket) {
        compact(bucket);
        long[] pairs = buckets[bucket];
        if (2 * sizes[bucket] > pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.multiplyExact(pairs.length, 2));
            buckets[bucket] = pairs;
        }
        return pairs;
    }

    private void compact(int bucket) {
        long[] pairs = buckets[bucket];
        if (pairs == null || sorted[bucket] == sizes[bucket]) {
            return;
        }
        Arrays.sort(pairs, 0, sizes[bucket]);
        int kept = 0;
        for (int i = 0; i < sizes[bucket]; i++) {
            if (i == 0 || pairs[i] >>> RULE_BITS != pairs[kept - 1] >>> RULE_BITS) {
                pairs[kept++] = pairs[i];
            }
        }
        sizes[bucket] = kept;
        sorted[bucket] = kept;
    }

    /** The pairs, ascending; the set is empty after that. */
    long[] drain() {
        int total = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            compact(bucket);
            total = Math.addExact(total, sizes[bucket]);
        }
        long[] all = new long[total];
        int at = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            if (buckets[bucket] != null) {
                System.arraycopy(buckets[bucket], 0, all, at, sizes[bucket]);
                at += sizes[bucket];
                buckets[bucket] = new long[0];
                sizes[bucket] = 0;
                sorted[bucket] = 0;
            }
        }
        return all;
    }

    /** Merges ascending arrays; of equal pairs the one with the smallest rule stays. */
    static long[] union(long[][] sorted) {
        long[] all = new long[0];
        for (long[] next : sorted) {
            all = all.length == 0 ? next : union(all, next);
        }
        return all;
    }

    private static long[] union(long[] one, long[] other) {
        long[] all = new long[Math.addExact(one.length, other.length)];
        int size = 0;
        for (int i = 0, j = 0; i < one.length || j < other.length; ) {
            boolean isFirst = j == other.length || (i < one.length && one[i] <= other[j]);
            long next = isFirst ? one[i++] : other[j++];
            if (size == 0 || next >>> RULE_BITS != all[size - 1] >>> RULE_BITS) {
                all[size++] = next;
            }
        }
        return Arrays.copyOf(all, size);
    }
}
