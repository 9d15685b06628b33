package io.salesops.commission.calc;

import java.util.Arrays;

/**
 * What each row changed, as columns: the running total after it, what it paid, and in which tier. A row that lies in several
 * tiers, or moves others, has portions of its own; few do, so that a row costs 17 bytes.
 */
final class RowTrace {
    private static final byte SEVERAL = -1;
    private static final byte NONE = -2;

    private final long[] after;
    private final long[] pays;
    private final byte[] tier;

    /** The rows with portions of their own, ascending, and where those begin. */
    private int[] row = new int[16];

    private int[] first = new int[16];
    private int several;
    private byte[] portionTier = new byte[16];
    private long[] portionBase = new long[16];
    private long[] portionPays = new long[16];
    private int portions;

    RowTrace(int rows) {
        after = new long[rows];
        pays = new long[rows];
        tier = new byte[rows];
    }

    /** A row that lies in one tier. */
    void one(int at, long total, long paid, int inTier) {
        after[at] = total;
        pays[at] = paid;
        tier[at] = (byte) inTier;
    }

    /** A row whose portions follow. */
    void several(int at, long total, long paid) {
        one(at, total, paid, SEVERAL);
        if (several == row.length) {
            row = Arrays.copyOf(row, several * 2);
            first = Arrays.copyOf(first, several * 2);
        }
        row[several] = at;
        first[several] = portions;
        several++;
    }

    /** A portion of the row that was given last. */
    void portion(int inTier, long units, long paid) {
        if (portions == portionTier.length) {
            portionTier = Arrays.copyOf(portionTier, portions * 2);
            portionBase = Arrays.copyOf(portionBase, portions * 2);
            portionPays = Arrays.copyOf(portionPays, portions * 2);
        }
        portionTier[portions] = (byte) inTier;
        portionBase[portions] = units;
        portionPays[portions] = paid;
        portions++;
    }

    /** A row that did not count. */
    void none(int at) {
        tier[at] = NONE;
    }

    long after(int at) {
        return after[at];
    }

    long pays(int at) {
        return pays[at];
    }

    /** Hands over the portions of a row of so many units. O(log rows). */
    void portions(int at, long units, Portions portionsOf) {
        if (tier[at] >= 0) {
            if (units != 0 || pays[at] != 0) {
                portionsOf.portion(tier[at], units, pays[at]);
            }
        } else if (tier[at] == SEVERAL) {
            int place = Arrays.binarySearch(row, 0, several, at);
            int end = place + 1 < several ? first[place + 1] : portions;
            for (int i = first[place]; i < end; i++) {
                portionsOf.portion(portionTier[i], portionBase[i], portionPays[i]);
            }
        }
    }

    /** Takes one portion after the other. */
    interface Portions {
        void portion(int inTier, long units, long paid);
    }
}
