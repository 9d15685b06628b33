package io.salesops.core.match;

import java.util.Arrays;

/**
 * How many pairs have each pattern of levels. A pattern is a number whose digits, in mixed radix, are the levels of the
 * comparisons. Counting takes constant time; the patterns come back in ascending order, so that sums over them have a fixed
 * order. Not thread-safe.
 */
final class PatternCounts {
    private static final int START = 1 << 10;

    private final int[] radix;
    private long[] patterns = new long[START];
    private long[] counts = new long[START];
    private int size;

    /**
     * Starts counting.
     *
     * @param radix how many levels each comparison has, with the one for missing
     * @throws ArithmeticException if there are more patterns than a long can tell apart
     */
    PatternCounts(int[] radix) {
        this.radix = radix.clone();
        long all = 1;
        for (int levels : radix) {
            all = Math.multiplyExact(all, levels);
        }
    }

    long pattern(int[] levels) {
        long pattern = 0;
        for (int c = radix.length - 1; c >= 0; c--) {
            pattern = pattern * radix[c] + levels[c];
        }
        return pattern;
    }

    void add(long pattern, long count) {
        if (2 * size >= patterns.length) {
            grow();
        }
        int slot = slot(pattern);
        size += counts[slot] == 0 ? 1 : 0;
        patterns[slot] = pattern;
        counts[slot] += count;
    }

    void addAll(PatternCounts other) {
        for (int slot = 0; slot < other.patterns.length; slot++) {
            if (other.counts[slot] > 0) {
                add(other.patterns[slot], other.counts[slot]);
            }
        }
    }

    private int slot(long pattern) {
        long mixed = pattern * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (patterns.length - 1);
        while (counts[slot] != 0 && patterns[slot] != pattern) {
            slot = (slot + 1) & (patterns.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldPatterns = patterns;
        long[] oldCounts = counts;
        patterns = new long[oldPatterns.length * 2];
        counts = new long[oldCounts.length * 2];
        size = 0;
        for (int slot = 0; slot < oldCounts.length; slot++) {
            if (oldCounts[slot] > 0) {
                add(oldPatterns[slot], oldCounts[slot]);
            }
        }
    }

    long total() {
        return Arrays.stream(counts).sum();
    }

    int[] radix() {
        return radix.clone();
    }

    /** The patterns that occurred, ascending. */
    long[] sorted() {
        long[] sorted = new long[size];
        int at = 0;
        for (int slot = 0; slot < patterns.length; slot++) {
            if (counts[slot] > 0) {
                sorted[at++] = patterns[slot];
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    long count(long pattern) {
        return counts[slot(pattern)];
    }
}
