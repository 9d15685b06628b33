package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.text.TextPattern;

/** The levels of a pair in all comparisons of a model. Keeps patterns of texts: one thread, one of these. */
final class PairLevels {
    private static final double NEAR = 0.9;
    /** How much the lengths of near texts may differ; they begin with one letter, too: nearly all pairs end here. */
    private static final int LENGTHS = 3;

    private final ImmutableList<Column> columns;
    private final FieldComparer[] comparers;
    private final Conditions conditions;
    private final TextPattern pattern = TextPattern.of("");

    PairLevels(MatchModel model, ImmutableList<Column> columns) {
        this(Conditions.of(model), columns);
    }

    PairLevels(Conditions conditions, ImmutableList<Column> columns) {
        this.columns = columns;
        this.comparers = new FieldComparer[columns.size()];
        for (int c = 0; c < comparers.length; c++) {
            comparers[c] = new FieldComparer(
                    columns.get(c), conditions.tests[c], columns.get(c).lists().nicknames());
        }
        this.conditions = conditions;
    }

    /** Whether a record has no text that a comparison could compare. */
    boolean isMissing(int comparison, int record) {
        return columns.get(comparison).value(record) == Column.MISSING;
    }

    /** The conditions of a model's levels, read once. Immutable and thread-safe. */
    static final class Conditions {
        private final LevelTest[][][] tests;
        private final ComparisonGroups groups;

        private Conditions(LevelTest[][][] tests, Crossing[] crossings) {
            this.tests = tests;
            this.groups = ComparisonGroups.of(tests.length, crossings);
        }

        /** The comparisons whose levels become known together. */
        ComparisonGroups groups() {
            return groups;
        }

        /** Whether a comparison asks how many records hold a word. */
        boolean comparesWords(int comparison) {
            return comparison < tests.length
                    && java.util.Arrays.stream(tests[comparison])
                            .flatMap(java.util.Arrays::stream)
                            .anyMatch(test -> test.kind() == LevelTest.Kind.SIMILAR);
        }

        static Conditions of(MatchModel model) {
            ImmutableList<FieldComparison> comparisons = model.comparisons();
            LevelTest[][][] tests = new LevelTest[comparisons.size()][][];
            ImmutableList.Builder<Crossing> crossed = ImmutableList.builder();
            for (int c = 0; c < tests.length; c++) {
                tests[c] = FieldComparer.tests(comparisons.get(c));
                int mine = c;
                comparisons.get(c).crossedWith().ifPresent(other -> crossed.add(Crossing.of(comparisons, mine, other)));
            }
            return new Conditions(tests, crossed.build().toArray(Crossing[]::new));
        }
    }

    /** Writes the level of each comparison, 0 where a text is missing. */
    void of(int first, int second, int[] levels) {
        for (int group = 0; group < conditions.groups.count(); group++) {
            read(group, first, second, levels);
        }
    }

    /** Writes the levels that need no text to be read; what may be crossed is unread unless it agrees exactly. */
    void glance(int first, int second, int[] levels) {
        for (int c = 0; c < comparers.length; c++) {
            int level = comparers[c].glance(first, second);
            levels[c] = level != 1 && conditions.groups.isCrossed(c) ? FieldComparer.UNREAD : level;
        }
    }

    /** Writes the levels of a group of comparisons. */
    void read(int group, int first, int second, int[] levels) {
        for (int c : conditions.groups.members(group)) {
            levels[c] = comparers[c].level(first, second);
        }
        for (Crossing crossing : conditions.groups.crossings(group)) {
            int level = crossed(crossing, first, second, levels);
            if (level > 0) {
                levels[crossing.column()] = level;
                levels[crossing.other()] = FieldComparer.MISSING;
            }
        }
    }

    ComparisonGroups groups() {
        return conditions.groups;
    }

    private int crossed(Crossing crossing, int first, int second, int[] levels) {
        int mine = levels[crossing.column()];
        int others = levels[crossing.other()];
        if (mine > 0 && mine <= crossing.closer()) {
            return 0;
        }
        Column column = columns.get(crossing.column());
        Column other = columns.get(crossing.other());
        int a = column.value(first);
        int b = column.value(second);
        int otherA = other.value(first);
        int otherB = other.value(second);
        if (crossing.swapped() > 0 && mine > 0 && others > crossing.closer()) {
            return near(column, a, other, otherB) && near(column, b, other, otherA) ? crossing.swapped() : 0;
        }
        if (crossing.alone() > 0 && others == 0 && otherA == Column.MISSING != (otherB == Column.MISSING)) {
            boolean isAlone =
                    otherA == Column.MISSING ? near(column, a, other, otherB) : near(column, b, other, otherA);
            return isAlone ? crossing.alone() : 0;
        }
        return 0;
    }

    private boolean near(Column column, int value, Column other, int otherValue) {
        if (value == Column.MISSING || otherValue == Column.MISSING) {
            return false;
        }
        String text = column.text(value);
        String there = other.text(otherValue);
        if (text.equals(there)) {
            return true;
        }
        if (text.charAt(0) != there.charAt(0) || Math.abs(text.length() - there.length()) > LENGTHS) {
            return false;
        }
        pattern.set(text);
        return pattern.jaroWinkler(there) >= NEAR;
    }

    /**
     * Two comparisons whose texts may be crossed.
     *
     * @param closer how many levels come before the crossed ones
     * @param swapped the level, 0 where the comparison has none
     * @param alone the level, 0 where the comparison has none
     */
    record Crossing(int column, int other, int closer, int swapped, int alone) {
        static Crossing of(ImmutableList<FieldComparison> comparisons, int column, String other) {
            int there = 0;
            while (!comparisons.get(there).name().equals(other)) {
                there++;
            }
            int swapped = 0;
            int alone = 0;
            ImmutableList<ComparisonLevel> levels = comparisons.get(column).levels();
            for (int level = levels.size(); level >= 1; level--) {
                String when = levels.get(level - 1).when();
                swapped = when.equals("swapped") ? level : swapped;
                alone = when.equals("alone") ? level : alone;
            }
            int before = swapped == 0 ? alone : alone == 0 ? swapped : Math.min(swapped, alone);
            return new Crossing(column, there, before - 1, swapped, alone);
        }
    }
}
