package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.salesops.core.text.TextPattern;

/** Finds the level of agreement of two records in one column. Keeps the pattern of the last text: one thread, one comparer. */
final class FieldComparer {
    /** The level of a pair of which one text is missing; levels of the comparison count from 1. */
    static final int MISSING = 0;

    private static final int NONE = -1;

    private final Column column;
    private final LevelTest[] tests;
    private final TextPattern pattern = TextPattern.of("");
    private int patternOf = NONE;
    private double jaroWinkler;
    private int levenshtein;
    private int osa;

    FieldComparer(Column column, ImmutableList<LevelTest> tests) {
        this.column = column;
        this.tests = tests.toArray(LevelTest[]::new);
    }

    int level(int first, int second) {
        int a = column.value(first);
        int b = column.value(second);
        if (a == Column.MISSING || b == Column.MISSING) {
            return MISSING;
        }
        if (a == b) {
            return 1;
        }
        jaroWinkler = NONE;
        levenshtein = NONE;
        osa = NONE;
        for (int level = 0; level < tests.length; level++) {
            if (holds(tests[level], a, b)) {
                return level + 1;
            }
        }
        throw new IllegalStateException("a comparison does not end with 'otherwise'");
    }

    private boolean holds(LevelTest test, int a, int b) {
        return switch (test.kind()) {
            case EXACT -> false;
            case OTHERWISE -> true;
            case JARO_WINKLER -> jaroWinkler(a, b) >= test.bound();
            case LEVENSHTEIN -> levenshtein(a, b) <= test.bound();
            case OSA -> osa(a, b) <= test.bound();
            case JACCARD -> column.jaccard(a, b) >= test.bound();
            case OVERLAP -> column.overlap(a, b) >= test.bound();
            case PREFIX -> samePrefix(column.text(a), column.text(b), (int) test.bound());
            case SUFFIX -> sameSuffix(column.text(a), column.text(b), (int) test.bound());
        };
    }

    private double jaroWinkler(int a, int b) {
        if (jaroWinkler == NONE) {
            jaroWinkler = pattern(a).jaroWinkler(column.text(b));
        }
        return jaroWinkler;
    }

    private int levenshtein(int a, int b) {
        if (levenshtein == NONE) {
            levenshtein = pattern(a).levenshtein(column.text(b));
        }
        return levenshtein;
    }

    private int osa(int a, int b) {
        if (osa == NONE) {
            osa = pattern(a).osa(column.text(b));
        }
        return osa;
    }

    private TextPattern pattern(int value) {
        if (patternOf != value) {
            pattern.set(column.text(value));
            patternOf = value;
        }
        return pattern;
    }

    private static boolean samePrefix(String a, String b, int length) {
        return a.length() >= length && b.length() >= length && a.regionMatches(0, b, 0, length);
    }

    private static boolean sameSuffix(String a, String b, int length) {
        return a.length() >= length
                && b.length() >= length
                && a.regionMatches(a.length() - length, b, b.length() - length, length);
    }

    static ImmutableList<LevelTest> tests(FieldComparison comparison) {
        return comparison.levels().stream()
                .map(level -> {
                    checkArgument(LevelTest.parse(level.when()).isPresent(), "unknown condition '%s'", level.when());
                    return LevelTest.parse(level.when()).orElseThrow();
                })
                .collect(ImmutableList.toImmutableList());
    }
}
