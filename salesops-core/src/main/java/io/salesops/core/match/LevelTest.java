package io.salesops.core.match;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The condition of a level, read from its text.
 *
 * @param kind what is measured
 * @param bound the least similarity, the largest distance or the number of characters; 0 where there is none
 */
record LevelTest(LevelTest.Kind kind, double bound) {
    private static final Pattern SHAPE = Pattern.compile("([a-zA-Z]+)(?:(>=|<=)(\\d+(?:\\.\\d+)?))?");

    /** What is measured. */
    enum Kind {
        EXACT("exact", ""),
        JARO_WINKLER("jaroWinkler", ">="),
        LEVENSHTEIN("levenshtein", "<="),
        OSA("osa", "<="),
        JACCARD("jaccard", ">="),
        OVERLAP("overlap", ">="),
        PREFIX("prefix", ">="),
        SUFFIX("suffix", ">="),
        OTHERWISE("otherwise", "");

        private final String word;
        private final String comparison;

        Kind(String word, String comparison) {
            this.word = word;
            this.comparison = comparison;
        }
    }

    /** The condition, or nothing where the text is none. */
    static Optional<LevelTest> parse(String when) {
        Matcher shape = SHAPE.matcher(when);
        if (!shape.matches()) {
            return Optional.empty();
        }
        String comparison = shape.group(2) == null ? "" : shape.group(2);
        double bound = shape.group(3) == null ? 0 : Double.parseDouble(shape.group(3));
        for (Kind kind : Kind.values()) {
            if (kind.word.equals(shape.group(1)) && kind.comparison.equals(comparison)) {
                return Optional.of(new LevelTest(kind, bound));
            }
        }
        return Optional.empty();
    }
}
