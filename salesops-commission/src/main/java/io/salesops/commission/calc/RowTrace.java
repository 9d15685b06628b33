package io.salesops.commission.calc;

import java.util.Arrays;

/** What each row changed, as columns: the running total after it, what it paid, and the portion of each tier. */
final class RowTrace {
    private final int[] first;
    private final long[] after;
    private final long[] pays;
    private byte[] tier;
    private long[] base;
    private long[] tierPays;
    private int portions;

    RowTrace(int rows) {
        first = new int[rows + 1];
        after = new long[rows];
        pays = new long[rows];
        int room = rows + rows / 8 + 16;
        tier = new byte[room];
        base = new long[room];
        tierPays = new long[room];
    }

    void line(int row, long total, long paid) {
        first[row] = portions;
        after[row] = total;
        pays[row] = paid;
        first[row + 1] = portions;
    }

    void portion(int inTier, long units, long paid) {
        if (units == 0 && paid == 0) {
            return;
        }
        if (portions == tier.length) {
            int room = portions + portions / 2 + 16;
            tier = Arrays.copyOf(tier, room);
            base = Arrays.copyOf(base, room);
            tierPays = Arrays.copyOf(tierPays, room);
        }
        tier[portions] = (byte) inTier;
        base[portions] = units;
        tierPays[portions] = paid;
        portions++;
    }

    /** Ends a row, whose portions are those since its line. */
    void end(int row) {
        first[row + 1] = portions;
    }

    /** A row that did not count. */
    void none(int row) {
        first[row] = portions;
        first[row + 1] = portions;
    }

    long after(int row) {
        return after[row];
    }

    long pays(int row) {
        return pays[row];
    }

    int portions(int row) {
        return first[row + 1] - first[row];
    }

    int tier(int row, int portion) {
        return tier[first[row] + portion];
    }

    long base(int row, int portion) {
        return base[first[row] + portion];
    }

    long pays(int row, int portion) {
        return tierPays[first[row] + portion];
    }
}
