package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.run.Execution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The model that training starts from: for every column that says something a comparison of its kind, known from what it
 * holds, and the keys by which it blocks.
 */
final class ModelProposal {
    private static final int MOST_COMPARISONS = 20;
    /** A key must be readable in a blocking rule. */
    private static final String NOT_IN_KEYS = "(),";

    /** From so many records on blocks get smaller. */
    private static final int LARGE = 50_000;

    private static final int FEWEST_REFINED = 8;

    /** Records for each value of a column of few values. */
    private static final double COMMON = 500;

    private static final double CONTAINED = 0.7;
    private static final double BOTH_FILLED = 0.3;
    private static final double LEAST_RESIDUE = 0.05;
    private static final double WITH_NUMBERS = 0.3;
    private static final double SHARED_WORDS = 0.02;
    private static final int FEWEST_NAMES = 30;
    private static final double EXPECTED_CROSSED = 0.01;

    private final Rows rows;
    private final int records;
    private final TrainingOptions options;
    private final Execution execution;
    private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    private final List<FieldComparison> comparisons = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<ColumnKind> kinds = new ArrayList<>();
    private boolean isSame;

    /**
     * Proposes a model.
     *
     * @param rows what is looked at
     * @param records how many records the model is for, of which the rows are a sample
     */
    ModelProposal(Rows rows, int records, TrainingOptions options, Execution execution) {
        this.rows = rows;
        this.records = records;
        this.options = options;
        this.execution = execution;
        propose(profiles());
        if (comparisons.isEmpty()) {
            findings.add(Finding.warning(
                            "match.training.nothing",
                            "",
                            "no column of " + rows.size()
                                    + " records tells one from another: the model compares nothing, and will be refused")
                    .maybe("Maybe use a ready-made model until there are more records."));
        }
        numbers();
        while (columns.size() > MOST_COMPARISONS) {
            dropPoorest();
        }
        cross();
    }

    private ImmutableList<Profiled> profiles() {
        ImmutableList.Builder<Profiled> profiles = ImmutableList.builder();
        ImmutableList.Builder<Profiled> same = ImmutableList.builder();
        ImmutableList.Builder<Finding> left = ImmutableList.builder();
        for (int column = 0; column < rows.columns().size(); column++) {
            execution.cancellation().check("profile");
            String name = rows.columns().get(column);
            ColumnProfile profile = ColumnProfile.of(rows, column);
            if (profile.distinct() == 1) {
                same.add(new Profiled(column, name, profile.kind()));
            }
            if (profile.isPoor()) {
                left.add(Finding.info(
                        "match.column.uninformative",
                        "/" + name,
                        "column '" + name + "' has " + profile.distinct() + " different texts in " + profile.filled()
                                + " records and is not compared"));
            } else if (!rows.isLink() && profile.isRecordNumber()) {
                left.add(Finding.info(
                        "match.column.recordNumber",
                        "/" + name,
                        "column '" + name + "' is different in every record and is not compared"));
            } else {
                profiles.add(new Profiled(column, name, profile.kind()));
            }
        }
        ImmutableList<Profiled> telling = profiles.build();
        ImmutableList<Profiled> equal = same.build();
        if (telling.isEmpty() && !equal.isEmpty() && rows.size() > 1) {
            sameInAll(equal);
        } else {
            findings.addAll(left.build());
        }
        return telling;
    }

    /** Copies of one record: nobody saw a difference, so that agreement weighs nothing and none is taken for another. */
    private void sameInAll(ImmutableList<Profiled> equal) {
        findings.add(Finding.warning(
                        "match.training.same",
                        "",
                        rows.size() + " records say the same in every column: how others differ cannot be learned, and"
                                + " none is taken for another")
                .maybe("Maybe train on other records, or use a ready-made model."));
        isSame = true;
        for (Profiled profiled : equal) {
            FieldComparison like = comparison(profiled, ImmutableList.of());
            FieldComparison comparison = like.withLevels(like.levels().stream()
                    .map(level -> new ComparisonLevel(level.when(), level.m(), level.m()))
                    .toList());
            comparisons.add(comparison);
            columns.add(Column.of(rows, comparison));
            kinds.add(profiled.kind);
        }
    }

    private static FieldComparison comparison(Profiled profiled, ImmutableList<String> without) {
        return FieldComparison.builder()
                .column(profiled.name)
                .without(without)
                .addNormalize(profiled.kind.normalizer())
                .levels(profiled.kind.levels())
                .build();
    }

    private void propose(ImmutableList<Profiled> profiles) {
        Set<Integer> left = new HashSet<>();
        for (Profiled profiled : profiles) {
            execution.cancellation().check("profile");
            ImmutableList<String> without =
                    left.isEmpty() && profiles.size() == 1 ? ImmutableList.of() : contained(profiled, profiles, left);
            FieldComparison comparison = comparison(profiled, without);
            Column column = Column.of(rows, comparison);
            if (!without.isEmpty() && column.filled() < LEAST_RESIDUE * rows.size()) {
                left.add(profiled.number);
                findings.add(Finding.info(
                        "match.column.repeated",
                        "/" + profiled.name,
                        "column '" + profiled.name + "' says little beyond " + without + " and is not compared"));
            } else {
                add(comparison, column, profiled.kind);
            }
        }
    }

    private void add(FieldComparison comparison, Column column, ColumnKind kind) {
        if (column.distinct() > 1) {
            comparisons.add(comparison);
            columns.add(column);
            kinds.add(kind);
        }
    }

    /** The columns of words that mostly stand within this one. */
    private ImmutableList<String> contained(Profiled whole, ImmutableList<Profiled> profiles, Set<Integer> left) {
        ImmutableList.Builder<String> contained = ImmutableList.builder();
        for (Profiled part : profiles) {
            if (part.number != whole.number
                    && whole.kind.isWords()
                    && part.kind.isWords()
                    && !left.contains(part.number)
                    && isContained(whole.number, part.number)) {
                contained.add(part.name);
            }
        }
        return contained.build();
    }

    private boolean isContained(int whole, int part) {
        int both = 0;
        int contained = 0;
        for (int row = 0; row < rows.size(); row++) {
            Optional<Boolean> contains = Residue.contains(rows, row, whole, part);
            both += contains.isPresent() ? 1 : 0;
            contained += contains.orElse(false) ? 1 : 0;
            // Most columns are not contained in others: a few hundred rows tell.
            if (both >= 400 && contained < CONTAINED / 2 * both) {
                return false;
            }
        }
        return both >= BOTH_FILLED * rows.size() && contained >= CONTAINED * both;
    }

    /** Texts in which many numbers stand get a second comparison, of the numbers. */
    private void numbers() {
        for (int c = 0, size = columns.size(); c < size; c++) {
            if (kinds.get(c) != ColumnKind.TEXT) {
                continue;
            }
            FieldComparison text = comparisons.get(c);
            FieldComparison numbers = FieldComparison.builder()
                    .column(text.column())
                    .name(text.name() + " numbers")
                    .without(text.without())
                    .addNormalize(ColumnKind.NUMBERS.normalizer())
                    .levels(ColumnKind.NUMBERS.levels())
                    .build();
            Column column = Column.of(rows, numbers);
            if (column.filled() > WITH_NUMBERS * columns.get(c).filled()) {
                add(numbers, column, ColumnKind.NUMBERS);
            }
        }
    }

    /** Leaves out the column that tells least: agreement patterns must be countable. */
    private void dropPoorest() {
        int poorest = columns.size() - 1;
        for (int c = poorest; c >= 0; c--) {
            poorest = information(columns.get(c)) < information(columns.get(poorest)) ? c : poorest;
        }
        String name = comparisons.get(poorest).name();
        findings.add(Finding.warning(
                        "match.column.tooMany",
                        "/" + name,
                        "'" + name + "' is not compared: more than " + MOST_COMPARISONS + " comparisons")
                .maybe("Maybe leave out columns that do not identify."));
        columns.remove(poorest);
        comparisons.remove(poorest);
        kinds.remove(poorest);
    }

    /** The weight of exact agreement, times how many pairs of records have both texts. */
    static double information(Column column) {
        double equal = 0;
        for (int value = 0; value < column.distinct(); value++) {
            double records = column.frequency(value);
            equal += records * (records - 1) / 2;
        }
        double filled = column.filled();
        double pairs = filled * (filled - 1) / 2;
        return filled * filled * -StrictMath.log((equal + 1) / (pairs + 2));
    }

    /**
     * First and last names, known by the many words they share, may stand in each other's place. Of several such columns the
     * two that share most come first; the order of the columns says nothing.
     */
    private void cross() {
        List<Alike> alike = new ArrayList<>();
        for (int a = 0; a < columns.size(); a++) {
            for (int b = a + 1; b < columns.size(); b++) {
                double shared = mayBeCrossed(a) && mayBeCrossed(b)
                        ? Math.min(shared(columns.get(a), columns.get(b)), shared(columns.get(b), columns.get(a)))
                        : 0;
                if (shared > SHARED_WORDS) {
                    alike.add(tellsLess(a, b) ? new Alike(a, b, shared) : new Alike(b, a, shared));
                }
            }
        }
        alike.sort(Comparator.comparingDouble(Alike::shared)
                .reversed()
                .thenComparing(pair -> information(columns.get(pair.less)))
                .thenComparing(pair -> information(columns.get(pair.more)))
                .thenComparing(pair -> comparisons.get(pair.less).name())
                .thenComparing(pair -> comparisons.get(pair.more).name()));
        Set<Integer> crossed = new HashSet<>();
        for (Alike pair : alike) {
            if (!crossed.contains(pair.less) && !crossed.contains(pair.more)) {
                crossed.add(pair.less);
                crossed.add(pair.more);
                String other = comparisons.get(pair.more).name();
                comparisons.set(pair.less, crossed(comparisons.get(pair.less), other));
            }
        }
    }

    private boolean mayBeCrossed(int column) {
        return kinds.get(column) == ColumnKind.NAME && columns.get(column).distinct() >= FEWEST_NAMES;
    }

    /** Whether agreement in the first column tells less than in the second, as first names do beside last names. */
    private boolean tellsLess(int a, int b) {
        int order = Double.compare(information(columns.get(a)), information(columns.get(b)));
        return order != 0
                ? order < 0
                : comparisons.get(a).name().compareTo(comparisons.get(b).name()) < 0;
    }

    /** Two columns that share words, that which tells less first. */
    private record Alike(int less, int more, double shared) {}

    /** The share of records whose text is found in the other column as well. */
    private static double shared(Column column, Column other) {
        Set<String> texts = new HashSet<>();
        for (int value = 0; value < other.distinct(); value++) {
            texts.add(other.text(value));
        }
        long shared = 0;
        for (int value = 0; value < column.distinct(); value++) {
            shared += texts.contains(column.text(value)) ? column.frequency(value) : 0;
        }
        return (double) shared / column.filled();
    }

    private static FieldComparison crossed(FieldComparison comparison, String other) {
        ImmutableList<ComparisonLevel> levels = comparison.levels();
        int closer = levels.size() - 2;
        double u = 1.0 / (levels.size() + 2);
        ImmutableList.Builder<ComparisonLevel> all = ImmutableList.builder();
        for (int level = 0; level < levels.size(); level++) {
            if (level == closer) {
                all.add(new ComparisonLevel("swapped", EXPECTED_CROSSED, u));
                all.add(new ComparisonLevel("alone", EXPECTED_CROSSED, u));
            }
            ComparisonLevel own = levels.get(level);
            all.add(new ComparisonLevel(own.when(), own.m() * (1 - 2 * EXPECTED_CROSSED), u));
        }
        return comparison.withCrossedWith(other).withLevels(all.build());
    }

    /** The model with expected m, and u still to be learned. */
    MatchModel model() {
        boolean all = rows.pairs() <= options.compareAllUpTo();
        return MatchModel.builder()
                .id(options.modelId())
                .version(options.modelVersion())
                .priorMatches(Math.min(0.4, 0.1 / Math.max(1, rows.size())))
                .threshold(0)
                .pairBudget(options.pairBudget())
                .refineAbove(all ? 0 : refineAbove())
                .comparisons(comparisons)
                .blocking(all ? ImmutableList.of(BlockingRule.of()) : rules())
                .build();
    }

    private int refineAbove() {
        double share = Math.min(1, StrictMath.sqrt((double) LARGE / records));
        return (int)
                Math.max(Math.min(FEWEST_REFINED, options.refineAbove()), Math.round(options.refineAbove() * share));
    }

    private ImmutableList<BlockingRule> rules() {
        ImmutableList.Builder<BlockingRule> rules = ImmutableList.builder();
        for (int c = 0; c < columns.size(); c++) {
            FieldComparison comparison = comparisons.get(c);
            if (comparison.name().chars().anyMatch(letter -> NOT_IN_KEYS.indexOf(letter) >= 0)) {
                findings.add(Finding.warning(
                                "match.key.unknown",
                                "/" + comparison.name(),
                                "no blocking by '" + comparison.name() + "': not a name that keys can hold")
                        .maybe("Maybe name the column without brackets and commas."));
                continue;
            }
            ImmutableList<String> keys = kinds.get(c).keys(comparison.name());
            boolean isCommon = columns.get(c).filled() > COMMON * columns.get(c).distinct();
            // Parts of values that many records share part nothing more than the values themselves.
            keys.stream().limit(isCommon ? 1 : keys.size()).forEach(key -> rules.add(BlockingRule.of(key)));
        }
        return rules.build();
    }

    ImmutableList<Column> columns() {
        return Column.sideBySide(columns);
    }

    ImmutableList<ColumnKind> kinds() {
        return ImmutableList.copyOf(kinds);
    }

    /** Whether the rows are copies of one, of which nothing can be learned: the model stays as proposed. */
    boolean isSame() {
        return isSame;
    }

    ImmutableList<Finding> findings() {
        return findings.build();
    }

    private static final class Profiled {
        private final int number;
        private final String name;
        private final ColumnKind kind;

        Profiled(int number, String name, ColumnKind kind) {
            this.number = number;
            this.name = name;
            this.kind = kind;
        }
    }
}
