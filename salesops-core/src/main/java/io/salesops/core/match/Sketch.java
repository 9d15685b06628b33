package io.salesops.core.match;

/**
 * What tells at a glance that two texts differ: how many characters each has, how they begin and which kinds of
 * characters occur, in one machine word. Most pairs are told apart by it, without a look at the texts.
 *
 * <p>From the lowest bit: 48 kinds of characters, 8 bits of the first character, 8 bits of the length. Kinds that share
 * a bit, and beginnings that share 8, make the bounds weaker, not wrong.
 */
final class Sketch {
    private static final int KINDS = 48;
    private static final long KINDS_MASK = (1L << KINDS) - 1;
    private static final int BYTE = 0xFF;
    private static final int LENGTH_SHIFT = KINDS + Byte.SIZE;
    /** Of texts that are so long or longer nothing is known. */
    private static final int TOO_LONG = BYTE;

    private static final int WINKLER_PREFIX = 4;
    /** More than all roundings together. */
    private static final double ROUNDINGS = 1e-9;

    private Sketch() {}

    /** The sketch of a text that is not empty. */
    static long of(String text) {
        long kinds = 0;
        int length = 0;
        for (int i = 0; i < text.length(); length++) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            kinds |= 1L << kind(point);
        }
        return kinds | (long) (text.codePointAt(0) & BYTE) << KINDS | (long) Math.min(length, TOO_LONG) << LENGTH_SHIFT;
    }

    /** Letters apart from digits: of 26 and 10 each has its own. */
    private static int kind(int point) {
        return point >= '@' ? point & 31 : 32 | (point & 15);
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
        boolean mayBeginAlike = ((one ^ other) >>> KINDS & BYTE) == 0;
        int prefix = mayBeginAlike ? Math.min(WINKLER_PREFIX, Math.min(length, otherLength)) : 0;
        return jaro + 0.1 * prefix * (1 - jaro) + ROUNDINGS;
    }
}
