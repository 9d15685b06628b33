package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.salesops.core.text.Nicknames;
import io.salesops.core.text.TextPattern;
import org.jspecify.annotations.Nullable;

/** Finds the level of agreement of two records in one column. Keeps the pattern of the last text: one thread, one comparer. */
final class FieldComparer {
    /** The level of a pair of which one text is missing; levels of the comparison count from 1. */
    static final int MISSING = 0;
    /** Stands for a level above that of exact agreement, which only the texts tell. */
    static final int UNREAD = -1;

    private static final int NONE = -1;
    private static final int SHORTEST_TYPO = 4;
    /** Two texts of four characters and more that are one edit apart are at least so similar. */
    private static final double LEAST_OF_A_TYPO = 0.75;

    private static final double LEAST_BY_EDITS = 0.6;
    private static final int LONGEST_BY_EDITS = 64;

    private final Column column;
    private final Nicknames nicknames;
    private final LevelTest[][] levels;
    private final TextPattern pattern = TextPattern.of("");
    private final Words.Scratch scratch = new Words.Scratch();
    private final TextPattern user = TextPattern.of("");
    private long[] sketches = {};
    private int patternOf = NONE;
    private int userOf = NONE;
    private double jaroWinkler;
    private int osa;
    private double similar;
    private @Nullable WordSets words;

    FieldComparer(Column column, LevelTest[][] levels, Nicknames nicknames) {
        this.column = column;
        this.nicknames = nicknames;
        this.levels = levels;
    }

    /** The level where no text need be read for it: missing, exact or {@link #UNREAD}. */
    int glance(int first, int second) {
        int a = column.value(first);
        int b = column.value(second);
        if (a == Column.MISSING || b == Column.MISSING) {
            return MISSING;
        }
        return a == b ? 1 : UNREAD;
    }

    int level(int first, int second) {
        int glanced = glance(first, second);
        return glanced == UNREAD ? levelOf(column.value(first), column.value(second)) : glanced;
    }

    private int levelOf(int a, int b) {
        jaroWinkler = NONE;
        osa = NONE;
        similar = NONE;
        words = null;
        for (int level = 1; level < levels.length; level++) {
            for (LevelTest test : levels[level]) {
                if (holds(test, a, b)) {
                    return level + 1;
                }
            }
        }
        throw new IllegalStateException("a comparison does not end with 'otherwise'");
    }

    /** The texts of most pairs are not even read: what the {@link Sketch} tells is enough. */
    private boolean holds(LevelTest test, int a, int b) {
        return switch (test.kind()) {
            case EXACT, SWAPPED, ALONE -> false;
            case OTHERWISE -> true;
            case JARO_WINKLER -> jaroWinklerIsAtLeast(test.bound(), a, b);
            case OSA -> osa(a, b, (int) test.bound()) <= test.bound();
            case TYPO -> osa(a, b, 1) <= 1 && isTypo(a, b);
            case SIMILAR -> similar(a, b) >= test.bound();
            case JACCARD ->
                (column.isPart()
                                ? wordsOf(a, b).jaccard(0, 1)
                                : column.words().sets().jaccard(a, b))
                        >= test.bound();
            case OVERLAP ->
                (column.isPart()
                                ? wordsOf(a, b).overlap(0, 1)
                                : column.words().sets().overlap(a, b))
                        >= test.bound();
            default -> holdsByText(test, a, b);
        };
    }

    private boolean isTypo(int a, int b) {
        return Math.min(column.text(a).length(), column.text(b).length()) >= SHORTEST_TYPO
                && jaroWinklerIsAtLeast(LEAST_OF_A_TYPO, a, b);
    }

    private boolean holdsByText(LevelTest test, int a, int b) {
        String first = column.text(a);
        String second = column.text(b);
        return switch (test.kind()) {
            case EXACT, SWAPPED, ALONE, OTHERWISE, JARO_WINKLER, OSA, TYPO, SIMILAR, JACCARD, OVERLAP ->
                throw new IllegalArgumentException(test.kind() + " is not told by the texts alone");
            case LEVENSHTEIN -> leastEdits(a, b) <= test.bound() && pattern(a).levenshtein(second) <= test.bound();
            case NICKNAME -> nicknames.related(first, second);
            case CONTAINED -> first.startsWith(second) || second.startsWith(first);
            case ACRONYM -> TextParts.isAcronym(first, second) || TextParts.isAcronym(second, first);
            case PREFIX -> TextParts.samePrefix(first, second, (int) test.bound());
            case SUFFIX -> TextParts.sameSuffix(first, second, (int) test.bound());
            case SAME_HALF -> TextParts.sameHalf(first, second);
            case SAME_DAY -> TextParts.sameDay(first, second);
            case SAME_YEAR -> TextParts.samePrefix(first, second, TextParts.YEAR);
            case OSA_IN_YEAR ->
                TextParts.samePrefix(first, second, TextParts.YEAR) && osa(a, b, (int) test.bound()) <= test.bound();
            case DAYS -> TextParts.days(first, second) <= test.bound();
            case SAME_USER -> TextParts.sameUser(first, second);
            case USER -> user(a).jaroWinkler(TextParts.user(second)) >= test.bound();
            case SAME_HOST -> TextParts.host(first).equals(TextParts.host(second));
            case RATIO -> TextParts.ratio(first, second) >= test.bound();
            case KILOMETERS -> TextParts.kilometers(first, second) <= test.bound();
            case EDITS -> byEdits(osa(a, b, Column.LONGEST), Math.max(first.length(), second.length())) >= test.bound();
            case KEYBOARD -> Keyboard.similarity(first, second) >= test.bound();
            case SOUND -> NameSounds.areAlike(first, second);
            case INITIAL -> NameSounds.isInitial(first, second) || NameSounds.isInitial(second, first);
            case PHONE_PARTS -> PhoneParts.of(first).agreement(PhoneParts.of(second)) >= test.bound();
            case STREET_PARTS -> StreetParts.of(first).agreement(StreetParts.of(second)) >= test.bound();
        };
    }

    private boolean jaroWinklerIsAtLeast(double bound, int a, int b) {
        if (jaroWinkler == NONE) {
            if (Sketch.mostJaroWinkler(sketch(a), sketch(b)) < bound) {
                return false;
            }
            jaroWinkler = pattern(a).jaroWinkler(column.text(b));
        }
        return jaroWinkler >= bound;
    }

    /** The distance; where a glance shows that it is above {@code most}, any number above it. */
    private int osa(int a, int b, int most) {
        if (osa == NONE) {
            int least = leastEdits(a, b);
            if (least > most) {
                return least;
            }
            osa = pattern(a).osa(column.text(b));
        }
        return osa;
    }

    private int leastEdits(int a, int b) {
        return Sketch.leastEdits(sketch(a), sketch(b));
    }

    private WordSets wordsOf(int a, int b) {
        WordSets two = words;
        if (two == null) {
            two = WordSets.of(column.text(a), column.text(b));
            words = two;
        }
        return two;
    }

    private long sketch(int value) {
        if (sketches.length == 0) {
            sketches = column.sketches();
        }
        long known = sketches[value];
        if (known == 0) {
            known = Sketch.of(column.text(value));
            sketches[value] = known;
        }
        return known;
    }

    /** The larger of soft TF-IDF and the share of characters that no edit touches, for texts that are not long. */
    private double similar(int a, int b) {
        if (similar == NONE) {
            similar = column.isPart()
                    ? column.words(a, b).similarity(0, 1, scratch)
                    : column.words().similarity(a, b, scratch);
            String first = column.text(a);
            String second = column.text(b);
            int longer = Math.max(first.length(), second.length());
            int lengths = Math.abs(first.length() - second.length());
            if (longer <= LONGEST_BY_EDITS
                    && lengths <= (1 - LEAST_BY_EDITS) * longer
                    && byEdits(leastEdits(a, b), longer) > LEAST_BY_EDITS) {
                double byEdits = byEdits(osa(a, b, longer), longer);
                similar = byEdits > LEAST_BY_EDITS ? Math.max(similar, byEdits) : similar;
            }
        }
        return similar;
    }

    private static double byEdits(int edits, int longer) {
        return 1 - (double) edits / longer;
    }

    private TextPattern user(int value) {
        if (userOf != value) {
            user.set(TextParts.user(column.text(value)));
            userOf = value;
        }
        return user;
    }

    private TextPattern pattern(int value) {
        if (patternOf != value) {
            pattern.set(column.text(value));
            patternOf = value;
        }
        return pattern;
    }

    /** The conditions of each level. */
    static LevelTest[][] tests(FieldComparison comparison) {
        return comparison.levels().stream()
                .map(level -> {
                    ImmutableList<LevelTest> tests = LevelTest.parseAll(level.when());
                    checkArgument(!tests.isEmpty(), "unknown condition '%s'", level.when());
                    return tests.toArray(LevelTest[]::new);
                })
                .toArray(LevelTest[][]::new);
    }
}
