package io.salesops.core.match;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One condition of a level, read from its text.
 *
 * @param kind what is measured
 * @param bound the least similarity, the largest distance or the number of characters; 0 where there is none
 */
record LevelTest(LevelTest.Kind kind, double bound) {
    private static final Pattern SHAPE = Pattern.compile("([a-zA-Z]+)(?:(>=|<=)(\\d+(?:\\.\\d+)?))?");
    private static final Splitter ALTERNATIVES = Splitter.on('|').trimResults();

    private static final ImmutableSet<Kind> SHARES = Sets.immutableEnumSet(
            Kind.JARO_WINKLER,
            Kind.SIMILAR,
            Kind.JACCARD,
            Kind.USER,
            Kind.RATIO,
            Kind.EDITS,
            Kind.KEYBOARD,
            Kind.PHONE_PARTS,
            Kind.STREET_PARTS);

    /** What is measured. */
    enum Kind {
        EXACT("exact", ""),
        JARO_WINKLER("jaroWinkler", ">="),
        LEVENSHTEIN("levenshtein", "<="),
        OSA("osa", "<="),
        TYPO("typo", ""),
        NICKNAME("nickname", ""),
        CONTAINED("contained", ""),
        SIMILAR("similar", ">="),
        ACRONYM("acronym", ""),
        JACCARD("jaccard", ">="),
        OVERLAP("overlap", ">="),
        PREFIX("prefix", ">="),
        SUFFIX("suffix", ">="),
        SAME_HALF("sameHalf", ""),
        SAME_DAY("sameDay", ""),
        SAME_YEAR("sameYear", ""),
        OSA_IN_YEAR("osaInYear", "<="),
        DAYS("days", "<="),
        SAME_USER("sameUser", ""),
        USER("user", ">="),
        SAME_HOST("sameHost", ""),
        RATIO("ratio", ">="),
        KILOMETERS("kilometers", "<="),
        EDITS("edits", ">="),
        KEYBOARD("keyboard", ">="),
        SOUND("sound", ""),
        INITIAL("initial", ""),
        PHONE_PARTS("phoneParts", ">="),
        STREET_PARTS("streetParts", ">="),
        SWAPPED("swapped", ""),
        ALONE("alone", ""),
        OTHERWISE("otherwise", "");

        private final String word;
        private final String comparison;

        Kind(String word, String comparison) {
            this.word = word;
            this.comparison = comparison;
        }
    }

    /** Whether any two texts can meet it: a share is at most 1. */
    boolean isReachable() {
        return bound <= 1 || !SHARES.contains(kind);
    }

    /** The alternatives of a level, or none where one of them is no condition. */
    static ImmutableList<LevelTest> parseAll(String when) {
        ImmutableList.Builder<LevelTest> tests = ImmutableList.builder();
        for (String alternative : ALTERNATIVES.split(when)) {
            Optional<LevelTest> test = parse(alternative);
            if (test.isEmpty()) {
                return ImmutableList.of();
            }
            tests.add(test.get());
        }
        return tests.build();
    }

    private static Optional<LevelTest> parse(String when) {
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
