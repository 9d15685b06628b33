package io.salesops.core.text;

/**
 * A text prepared for comparison with many others: edit distances and Jaro-Winkler similarity by bit-parallel kernels.
 *
 * <p>Characters are Unicode code points; an unpaired surrogate counts as one character. For texts of at most 64 code
 * points a set of characters of the text is one machine word, so that a comparison costs a few operations for each
 * character of the other text and allocates nothing. Longer texts fall back to the textbook tables. {@link #set} reuses
 * the memory. Not thread-safe: one pattern, one thread.
 */
public final class TextPattern {
    private static final int WORD = Long.SIZE;
    private static final int DIRECT = 128;
    private static final int SLOTS = 256;
    private static final int WINKLER_PREFIX = 4;
    private static final double WINKLER_SCALE = 0.1;
    private static final double WINKLER_THRESHOLD = 0.7;

    private final long[] direct = new long[DIRECT];
    private final int[] matched = new int[WORD];
    private int[] points = new int[WORD];
    private int length;
    private boolean beyondDirect;
    private int[] slotPoints = {};
    private long[] slotBits = {};

    private TextPattern() {}

    /** Obtains the pattern of a text. */
    public static TextPattern of(String text) {
        TextPattern pattern = new TextPattern();
        pattern.set(text);
        return pattern;
    }

    /** Replaces the text. */
    public void set(String text) {
        clear();
        int chars = text.length();
        if (points.length < chars) {
            points = new int[chars];
        }
        for (int i = 0; i < chars; length++) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            points[length] = point;
        }
        if (length <= WORD) {
            for (int i = 0; i < length; i++) {
                add(points[i], 1L << i);
            }
        }
    }

    private void clear() {
        if (length <= WORD) {
            for (int i = 0; i < length; i++) {
                if (points[i] < DIRECT) {
                    direct[points[i]] = 0;
                }
            }
            if (beyondDirect) {
                java.util.Arrays.fill(slotBits, 0);
                beyondDirect = false;
            }
        }
        length = 0;
    }

    private void add(int point, long bit) {
        if (point < DIRECT) {
            direct[point] |= bit;
            return;
        }
        if (slotBits.length == 0) {
            slotPoints = new int[SLOTS];
            slotBits = new long[SLOTS];
        }
        beyondDirect = true;
        int slot = slot(point);
        slotPoints[slot] = point;
        slotBits[slot] |= bit;
    }

    /** The slot of a character, or the free one where it would stand: at most 64 of the slots are taken. */
    private int slot(int point) {
        int slot = (point * 0x9E3779B9) >>> 24;
        while (slotBits[slot] != 0 && slotPoints[slot] != point) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    /** The positions at which the character stands. */
    private long positions(int point) {
        if (point < DIRECT) {
            return direct[point];
        }
        return beyondDirect ? slotBits[slot(point)] : 0;
    }

    /**
     * Returns the Jaro-Winkler similarity, from 0 to 1: symmetric, and 1 exactly for equal texts.
     *
     * <p>Jaro: with m matching characters at most max(|a|,|b|)/2 - 1 places apart and t of them out of order, the mean of
     * m/|a|, m/|b| and (m - floor(t/2))/m. Winkler: from 0.7 on, a tenth of what is missing to 1 is added for each of up
     * to 4 common first characters. Two empty texts are equal; an empty and another one have nothing in common.
     *
     * <p>Source: W. E. Winkler, String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of
     * Record Linkage, 1990.
     */
    public double jaroWinkler(String other) {
        int otherLength = other.codePointCount(0, other.length());
        if (length == 0 || otherLength == 0) {
            return length == otherLength ? 1 : 0;
        }
        if (length > WORD || otherLength > WORD) {
            return LongTexts.jaroWinkler(points, length, other.codePoints().toArray());
        }
        int window = Math.max(0, Math.max(length, otherLength) / 2 - 1);
        long taken = 0;
        int matches = 0;
        int prefix = 0;
        boolean samePrefix = true;
        for (int i = 0, at = 0; i < otherLength; i++) {
            int point = other.codePointAt(at);
            at += Character.charCount(point);
            samePrefix &= i < length && point == points[i];
            prefix += samePrefix && i < WINKLER_PREFIX ? 1 : 0;
            long free = positions(point) & ~taken & between(i - window, i + window);
            if (free != 0) {
                taken |= free & -free;
                matched[matches++] = point;
            }
        }
        int outOfOrder = 0;
        for (int i = 0; i < matches; i++) {
            outOfOrder += points[Long.numberOfTrailingZeros(taken)] != matched[i] ? 1 : 0;
            taken &= taken - 1;
        }
        return jaroWinkler(matches, outOfOrder, length, otherLength, prefix);
    }

    /** The bits from {@code from} to {@code to}, both included, of a word. */
    private static long between(int from, int to) {
        long upTo = to >= WORD - 1 ? -1L : (1L << (to + 1)) - 1;
        return from <= 0 ? upTo : from >= WORD ? 0 : upTo & (-1L << from);
    }

    static double jaroWinkler(int matches, int outOfOrder, int length, int otherLength, int prefix) {
        if (matches == 0) {
            return 0;
        }
        double m = matches;
        int transpositions = outOfOrder / 2;
        // The sum of the two quotients first: it does not depend on which text came first.
        double jaro = (m / length + m / otherLength + (m - transpositions) / m) / 3;
        return jaro < WINKLER_THRESHOLD ? jaro : jaro + Math.min(prefix, WINKLER_PREFIX) * WINKLER_SCALE * (1 - jaro);
    }

    /**
     * Returns the Levenshtein distance: the least number of insertions, deletions and substitutions of a character.
     *
     * <p>Source: G. Myers, A fast bit-vector algorithm for approximate string matching, J. ACM 46(3), 1999, in the form
     * of H. Hyyro, 2001.
     */
    public int levenshtein(String other) {
        return distance(other, false);
    }

    /**
     * Returns the optimal string alignment distance: Levenshtein's, with swapped neighbours as one edit; no part is
     * edited twice.
     *
     * <p>Source: H. Hyyro, A bit-vector algorithm for computing Levenshtein and Damerau edit distances, 2003.
     */
    public int osa(String other) {
        return distance(other, true);
    }

    private int distance(String other, boolean swaps) {
        if (length > WORD) {
            return LongTexts.distance(points, length, other.codePoints().toArray(), swaps);
        }
        int distance = length;
        if (length == 0) {
            return other.codePointCount(0, other.length());
        }
        long last = 1L << (length - 1);
        long verticalUp = -1L;
        long verticalDown = 0;
        long diagonal = 0;
        long before = 0;
        for (int at = 0; at < other.length(); ) {
            int point = other.codePointAt(at);
            at += Character.charCount(point);
            long equal = positions(point);
            long swapped = swaps ? ((~diagonal & equal) << 1) & before : 0;
            diagonal = (((equal & verticalUp) + verticalUp) ^ verticalUp) | equal | verticalDown | swapped;
            long horizontalUp = verticalDown | ~(diagonal | verticalUp);
            long horizontalDown = diagonal & verticalUp;
            if ((horizontalUp & last) != 0) {
                distance++;
            } else if ((horizontalDown & last) != 0) {
                distance--;
            }
            horizontalUp = (horizontalUp << 1) | 1;
            horizontalDown <<= 1;
            verticalUp = horizontalDown | ~(diagonal | horizontalUp);
            verticalDown = horizontalUp & diagonal;
            before = equal;
        }
        return distance;
    }
}
