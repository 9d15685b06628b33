package io.salesops.core.text;

/**
 * A text prepared for comparison with many others: edit distances and Jaro-Winkler similarity by bit-parallel kernels.
 *
 * <p>Characters are Unicode code points; an unpaired surrogate counts as one character. For texts of at most 64
 * characters a set of positions in the text is one machine word, so that a comparison costs a few operations for each
 * character of the other text and allocates nothing. Longer texts, and those with pairs of surrogates, fall back to the
 * textbook tables. {@link #set} reuses the memory. Not thread-safe: one pattern, one thread.
 */
public final class TextPattern {
    private static final int WORD = Long.SIZE;
    private static final int WINKLER_PREFIX = 4;
    private static final double WINKLER_SCALE = 0.1;
    private static final double WINKLER_THRESHOLD = 0.7;

    private final Positions positions = new Positions();
    private final char[] matched = new char[WORD];
    private String text = "";
    private boolean isShort = true;

    private TextPattern() {}

    /** Obtains the pattern of a text. */
    public static TextPattern of(String text) {
        TextPattern pattern = new TextPattern();
        pattern.set(text);
        return pattern;
    }

    /** Replaces the text. */
    public void set(String text) {
        this.text = text;
        isShort = text.length() <= WORD && isOfSingleChars(text);
        if (isShort) {
            positions.set(text);
        }
    }

    /** Whether each char is a character; needs no look at the chars of a text that is stored as Latin-1. */
    private static boolean isOfSingleChars(String text) {
        return text.codePointCount(0, text.length()) == text.length();
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
        int length = text.length();
        int otherLength = other.length();
        if (length == 0 || otherLength == 0) {
            return length == otherLength ? 1 : 0;
        }
        if (!isShort || otherLength > WORD || !isOfSingleChars(other)) {
            return LongTexts.jaroWinkler(text, other);
        }
        // Each character of a common beginning is matched with itself, as it is the first free one within reach.
        int prefix = positions.prefix(other);
        int reach = Math.max(1, Math.max(length, otherLength) / 2) - 1;
        long window = (-1L >>> (WORD - 1 - Math.min(WORD - 1, prefix + reach))) & (-1L << Math.max(0, prefix - reach));
        // A bit for each later step at which the window still begins at the first character.
        long growing = (1L << Math.max(0, reach - prefix)) - 1;
        long taken = (1L << prefix) - 1;
        long outOfOrder = 0;
        int matches = prefix;
        char[] matched = this.matched;
        // Without branches on what matches, which no processor foresees.
        for (int i = prefix; i < otherLength; i++) {
            char c = other.charAt(i);
            long free = positions.of(c) & window & ~taken;
            long first = free & -free;
            long fromThere = -first;
            outOfOrder |= taken & fromThere;
            taken |= first;
            matched[matches] = c;
            matches += (int) (fromThere >>> (WORD - 1));
            window = (window << 1) | (growing & 1);
            growing >>>= 1;
        }
        return jaroWinkler(
                matches, outOfOrder == 0 ? 0 : outOfOrder(taken, prefix, matches), length, otherLength, prefix);
    }

    /** How many matched characters of the one text differ from those of the other, each in their order. */
    private int outOfOrder(long taken, int from, int matches) {
        int count = 0;
        long left = taken & -1L << from;
        for (int i = from; i < matches; i++) {
            // 1 where they differ; again without a branch.
            count += -(positions.charAt(Long.numberOfTrailingZeros(left)) ^ matched[i]) >>> 31;
            left &= left - 1;
        }
        return count;
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
        if (!isShort || !isOfSingleChars(other)) {
            return LongTexts.distance(text, other, swaps);
        }
        // No edit need touch what both begin or end with.
        int from = positions.prefix(other);
        int to = positions.length();
        int otherTo = other.length();
        while (to > from && otherTo > from && positions.charAt(to - 1) == other.charAt(otherTo - 1)) {
            to--;
            otherTo--;
        }
        return to == from || otherTo == from ? to + otherTo - 2 * from : distance(other, from, to, otherTo, swaps);
    }

    /** The distance of the two parts that begin at {@code from}; neither is empty. */
    private int distance(String other, int from, int to, int otherTo, boolean swaps) {
        int distance = to - from;
        int last = to - from - 1;
        long verticalUp = -1L;
        long verticalDown = 0;
        long diagonal = 0;
        long before = 0;
        for (int i = from; i < otherTo; i++) {
            // Bits above the last one never reach it.
            long equal = positions.of(other.charAt(i)) >>> from;
            long swapped = swaps ? ((~diagonal & equal) << 1) & before : 0;
            diagonal = (((equal & verticalUp) + verticalUp) ^ verticalUp) | equal | verticalDown | swapped;
            long horizontalUp = verticalDown | ~(diagonal | verticalUp);
            long horizontalDown = diagonal & verticalUp;
            distance += (int) (horizontalUp >>> last & 1) - (int) (horizontalDown >>> last & 1);
            horizontalUp = (horizontalUp << 1) | 1;
            horizontalDown <<= 1;
            verticalUp = horizontalDown | ~(diagonal | horizontalUp);
            verticalDown = horizontalUp & diagonal;
            before = equal;
        }
        return distance;
    }
}
