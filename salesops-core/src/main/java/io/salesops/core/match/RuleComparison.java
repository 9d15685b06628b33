package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Truth;
import io.salesops.core.run.Execution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows read as a rule reads them, and which of its conditions two of them meet. Rows stand as they are and, where the rule
 * says so, transposed behind. Immutable and thread-safe.
 */
final class RuleComparison {
    private static final double EVEN = 0.5;

    private final MatchRule rule;
    private final MatchModel model;
    private final int size;
    private final Rows rows;
    private final ImmutableList<Column> columns;
    private final int[][] alternatives;

    RuleComparison(MatchRule rule, Rows rows, Execution execution) {
        this.rule = rule;
        this.model = model(rule);
        this.size = rows.size();
        this.rows = TransposedRows.of(rows, rule.transposed());
        this.columns = PairWeigher.columns(this.rows, model, execution);
        Map<String, Integer> byName = new HashMap<>();
        for (int c = 0; c < rule.conditions().size(); c++) {
            byName.put(rule.conditions().get(c).name(), c);
        }
        this.alternatives = rule.alternatives().stream()
                .map(alternative ->
                        alternative.all().stream().mapToInt(byName::get).toArray())
                .toArray(int[][]::new);
    }

    /** The rule as comparisons of three levels: the same text, met, or not. */
    static MatchModel model(MatchRule rule) {
        return MatchModel.builder()
                .id(rule.id())
                .version(rule.version())
                .priorMatches(EVEN)
                .threshold(0)
                .pairBudget(rule.pairBudget())
                .comparisons(rule.conditions().stream()
                        .map(condition -> FieldComparison.builder()
                                .column(condition.column())
                                .name(condition.name())
                                .normalize(condition.normalize())
                                .addLevels(
                                        new ComparisonLevel("exact", EVEN, EVEN),
                                        new ComparisonLevel(condition.when(), EVEN, EVEN),
                                        new ComparisonLevel("otherwise", EVEN, EVEN))
                                .build())
                        .collect(ImmutableList.toImmutableList()))
                .blocking(rule.blocking())
                .build();
    }

    /** How many rows there are, transposed ones aside. */
    int size() {
        return size;
    }

    MatchModel model() {
        return model;
    }

    ImmutableList<Column> columns() {
        return columns;
    }

    /** The pairs that the rule's blocks select; of transposed rows the numbers are {@link #size()} higher. */
    CandidatePairs candidates(Execution execution) {
        return CandidatePairs.of(rows, model, columns, rule.pairBudget(), execution);
    }

    /** Makes what compares, for each thread its own. */
    Comparer comparer() {
        return new Comparer();
    }

    /** Compares two rows at a time. One thread. */
    final class Comparer {
        private final PairLevels levels = new PairLevels(model, columns);

        /** The arrangements of two rows: as they are, and either one transposed; the first is that as they are. */
        List<Arrangement> arrangements(int first, int second) {
            Arrangement straight = arrangement(first, second);
            if (rows.size() == size) {
                return List.of(straight);
            }
            ImmutableList.Builder<Arrangement> all = ImmutableList.builder();
            all.add(straight);
            if (hasText(first + size)) {
                all.add(arrangement(first + size, second));
            }
            if (hasText(second + size)) {
                all.add(arrangement(first, second + size));
            }
            return all.build();
        }

        private boolean hasText(int row) {
            for (int column = 0; column < rows.columns().size(); column++) {
                if (rows.cell(row, column) != null) {
                    return true;
                }
            }
            return false;
        }

        private Arrangement arrangement(int first, int second) {
            int[] of = new int[columns.size()];
            levels.of(first, second, of);
            return new Arrangement(first, second, of);
        }

        /** Whether any alternative is met in any arrangement. */
        Truth truth(int first, int second) {
            Truth truth = Truth.FALSE;
            for (Arrangement arrangement : arrangements(first, second)) {
                for (int alternative = 0; alternative < alternatives.length; alternative++) {
                    truth = truth.or(arrangement.meets(alternative));
                }
            }
            return truth;
        }
    }

    /** Two rows, as they are or one of them transposed, and the level at which they agree in each condition. */
    final class Arrangement {
        private static final int MET = 2;

        private final int first;
        private final int second;
        private final int[] levels;

        private Arrangement(int first, int second, int[] levels) {
            this.first = first;
            this.second = second;
            this.levels = levels;
        }

        boolean isTransposed() {
            return first >= size || second >= size;
        }

        Truth meets(int alternative) {
            Truth truth = Truth.TRUE;
            for (int condition : alternatives[alternative]) {
                truth = truth.and(meetsCondition(condition));
            }
            return truth;
        }

        Truth meetsCondition(int condition) {
            if (levels[condition] != FieldComparer.MISSING) {
                return Truth.of(levels[condition] <= MET);
            }
            return switch (rule.conditions().get(condition).blanks()) {
                case IGNORED -> Truth.TRUE;
                case DOES_NOT_MATCH -> Truth.UNKNOWN;
                case MATCHES -> Truth.of(isMissing(condition, first) && isMissing(condition, second));
            };
        }

        /** The conditions of an alternative that are met, in words. */
        ImmutableList<String> met(int alternative) {
            ImmutableList.Builder<String> met = ImmutableList.builder();
            for (int condition : alternatives[alternative]) {
                if (meetsCondition(condition) == Truth.TRUE) {
                    met.add(words(condition) + how(condition));
                }
            }
            return met.build();
        }

        private String how(int condition) {
            return switch (levels[condition]) {
                case FieldComparer.MISSING ->
                    rule.conditions().get(condition).blanks() == BlankHandling.IGNORED ? ": left out" : ": both blank";
                case MET -> ": " + rule.conditions().get(condition).when();
                default -> ": the same";
            };
        }

        /** The condition on which an alternative fails: one that is not met, else one of which a text is missing. */
        Optional<String> failed(int alternative) {
            Optional<String> unknown = Optional.empty();
            for (int condition : alternatives[alternative]) {
                Truth truth = meetsCondition(condition);
                if (truth == Truth.FALSE) {
                    return Optional.of(words(condition) + ": not "
                            + rule.conditions().get(condition).when());
                }
                if (truth == Truth.UNKNOWN && unknown.isEmpty()) {
                    unknown = Optional.of(words(condition) + ": unknown");
                }
            }
            return unknown;
        }

        private String words(int condition) {
            return rule.conditions().get(condition).name() + " " + shown(condition, first) + " / "
                    + shown(condition, second);
        }

        private String shown(int condition, int row) {
            int column = rows.columns().indexOf(rule.conditions().get(condition).column());
            String text = column < 0 ? null : rows.cell(row, column);
            if (text == null) {
                return "none";
            }
            String from =
                    row >= size && rule.transposed().contains(rows.columns().get(column)) ? " (transposed)" : "";
            return "'" + (text.length() > Column.LONGEST ? text.substring(0, Column.LONGEST) + "..." : text) + "'"
                    + from;
        }
    }

    private boolean isMissing(int condition, int row) {
        return columns.get(condition).value(row) == Column.MISSING;
    }
}
