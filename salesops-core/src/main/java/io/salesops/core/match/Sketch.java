package io.salesops.core.match;

/**
 * What tells at a glance that two texts differ: how many characters each has, how they begin and which kinds of
 * characters occur, in one machine word. Most pairs are told apart by it, without a look at the texts.
 *
 * <p>From the lowest bit: 38 kinds of characters, 5 bits of each of the first four characters, 6 bits of the length. Kinds
 * that share a bit, and characters that share five, make the bounds weaker, not wrong.
 */
final class Sketch {
    private static final int LETTERS = 26;
    private static final int OTHERS = 12;
    private static final int KINDS = LETTERS + OTHERS;
    private static final long KINDS_MASK = (1L << KINDS) - 1;
    private static final int CHARACTER = 5;
    private static final int CHARACTER_MASK = (1 << CHARACTER) - 1;
    private static final int LENGTH_SHIFT = 58;
    private static final int BEGIN_MASK = (1 << (LENGTH_SHIFT - KINDS)) - 1;
    /** Of texts that are so long or longer nothing is known. */
    private static final int TOO_LONG = 63;

    private static final int WINKLER_PREFIX = 4;
    /** More than all roundings together. */
    private static final double ROUNDINGS = 1e-9;

    private Sketch() {}

    /** The sketch of a text that is not empty. */
    static long of(String text) {
        long sketch = 0;
        int length = 0;
        for (int i = 0; i < text.length(); length++) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            sketch |= 1L << kind(point);
            if (length < WINKLER_PREFIX) {
                sketch |= (long) (point & CHARACTER_MASK) << (KINDS + CHARACTER * length);
            }
        }
        return sketch | ((long) Math.min(length, TOO_LONG) << LENGTH_SHIFT);
    }

    /** Small letters each have a kind of their own, and digits one apart from each other and from these. */
    private static int kind(int point) {
        return point >= 'a' && point <= 'z' ? point - 'a' : LETTERS + point % OTHERS;
    }

    private static int length(long sketch) {
        return (int) (sketch >>> LENGTH_SHIFT);
    }

    private static int kindsBeside(long sketch, long other) {
        return Long.bitCount(sketch & ~other & KINDS_MASK);
    }

    /** A lower bound of the edit distance, with swaps or without: an edit removes or adds at most one kind of character. */
    static int leastEdits(long one, long other) {
        int length = length(one);
        int otherLength = length(other);
        if (length == TOO_LONG || otherLength == TOO_LONG) {
            return 0;
        }
        return Math.max(Math.abs(length - otherLength), Math.max(kindsBeside(one, other), kindsBeside(other, one)));
    }

    /** An upper bound of the Jaro-Winkler similarity: all characters match that could, in their order. */
    static double mostJaroWinkler(long one, long other) {
        int length = length(one);
        int otherLength = length(other);
        if (length == TOO_LONG || otherLength == TOO_LONG) {
            return 1;
        }
        double common = Math.min(length - kindsBeside(one, other), otherLength - kindsBeside(other, one));
        if (common == 0) {
            return 0;
        }
        double jaro = (common / length + common / otherLength + 1) / 3;
        // A bit beyond the fourth character ends the count.
        int differing = ((int) ((one ^ other) >>> KINDS) & BEGIN_MASK) | (BEGIN_MASK + 1);
        int alike = Integer.numberOfTrailingZeros(differing) / CHARACTER;
        int prefix = Math.min(alike, Math.min(length, otherLength));
        return jaro + 0.1 * prefix * (1 - jaro) + ROUNDINGS;
    }
}
