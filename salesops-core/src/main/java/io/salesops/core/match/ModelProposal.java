package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The model that training starts from: a ready-made comparison for every column that says something, and those blocking
 * rules whose pairs, counted from the sizes of their blocks, stay linear in the records.
 */
final class ModelProposal {
    /** Pairs for each record that one rule may give: a column alone is precise, two parts together need not be rare. */
    private static final long PAIRS_ALONE = 60;

    private static final long PAIRS_TOGETHER = 15;
    private static final int MOST_COMPARISONS = 20;
    private static final int MOST_RULES = 24;
    private static final long SMALL = 1000;
    private static final double THRESHOLD = 3;

    private final Records<?> records;
    private final TrainingOptions options;
    private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    private final List<FieldComparison> comparisons = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    ModelProposal(Records<?> records, TrainingOptions options) {
        this.records = records;
        this.options = options;
        for (String column : records.columns()) {
            propose(column);
        }
        while (columns.size() > MOST_COMPARISONS) {
            drop();
        }
    }

    /** Leaves out the column with the fewest texts: agreement patterns must be countable. */
    private void drop() {
        int least = columns.size() - 1;
        for (int c = least; c >= 0; c--) {
            least = columns.get(c).filled() < columns.get(least).filled() ? c : least;
        }
        String name = comparisons.get(least).column();
        findings.add(Finding.warning(
                        "match.column.tooMany",
                        "/" + name,
                        "column '" + name + "' is not compared: more than " + MOST_COMPARISONS + " columns")
                .maybe("Maybe leave out columns that do not identify."));
        columns.remove(least);
        comparisons.remove(least);
    }

    private void propose(String name) {
        ColumnKind kind = ColumnKind.of(name);
        Column column = Column.of(records, name, ImmutableList.of(kind.normalizer()));
        if (column.distinct() < 2) {
            findings.add(Finding.info(
                    "match.column.uninformative",
                    "/" + name,
                    "column '" + name + "' has " + column.distinct() + " different texts and is not compared"));
            return;
        }
        int levels = kind.levels().size();
        FieldComparison.Builder comparison =
                FieldComparison.builder().column(name).addNormalize(kind.normalizer());
        for (ColumnKind.PriorLevel level : kind.levels()) {
            comparison.addLevels(new ComparisonLevel(level.when(), level.m(), 1.0 / levels));
        }
        comparisons.add(comparison.build());
        columns.add(column);
    }

    /** The model with expected m, and u still to be learned. */
    MatchModel model() {
        MatchModel start = MatchModel.builder()
                .id(options.modelId())
                .version(options.modelVersion())
                .priorMatches(0.1 / Math.max(1, records.size()))
                .threshold(THRESHOLD)
                .pairBudget(options.pairBudget())
                .addAllComparisons(comparisons)
                .build();
        return start.withBlocking(rules(start));
    }

    ImmutableList<Column> columns() {
        return ImmutableList.copyOf(columns);
    }

    ImmutableList<Finding> findings() {
        return findings.build();
    }

    private ImmutableList<BlockingRule> rules(MatchModel start) {
        Blocks.KeyColumns keys = new Blocks.KeyColumns(records, start, columns());
        long size = Math.max(records.size(), SMALL);
        List<Counted> rules = new ArrayList<>();
        for (FieldComparison comparison : comparisons) {
            alone(comparison).ifPresent(rule -> count(keys, rule, PAIRS_ALONE * size, rules));
        }
        List<String> parts = comparisons.stream()
                .flatMap(comparison -> ColumnKind.of(comparison.column()).inPairs(comparison.column()).stream())
                .toList();
        for (int i = 0; i < parts.size(); i++) {
            for (int j = i + 1; j < parts.size(); j++) {
                count(keys, BlockingRule.of(parts.get(i), parts.get(j)), PAIRS_TOGETHER * size, rules);
            }
        }
        return rules.stream()
                .sorted(Comparator.comparingInt(
                                (Counted rule) -> rule.rule().keys().size())
                        .thenComparingLong(Counted::pairs))
                .limit(MOST_RULES)
                .map(Counted::rule)
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<BlockingRule> alone(FieldComparison comparison) {
        return ColumnKind.of(comparison.column()).alone(comparison.column()).map(BlockingRule::of);
    }

    private void count(Blocks.KeyColumns keys, BlockingRule rule, long most, List<Counted> rules) {
        if (rule.keys().stream().anyMatch(key -> BlockKey.parse(key).isEmpty())) {
            findings.add(Finding.warning(
                            "match.key.unknown",
                            "/" + rule,
                            "no blocking by " + rule + ": not a name that keys can hold")
                    .maybe("Maybe name the column without brackets and commas."));
            return;
        }
        long pairs = Blocks.count(keys, rule, records.size());
        if (pairs > most) {
            findings.add(Finding.info(
                    "match.blocking.wide",
                    "/" + rule,
                    "records that share " + rule + " are not compared for that alone: " + pairs + " pairs, more than "
                            + most));
        } else if (pairs > 0) {
            rules.add(new Counted(rule, pairs));
        }
    }

    private record Counted(BlockingRule rule, long pairs) {}
}
