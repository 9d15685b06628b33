package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import java.math.BigDecimal;
import java.math.MathContext;

/** The weight of a pair of records, and its waterfall. Keeps the text patterns of the last record: one thread, one weigher. */
final class PairWeigher {
    private static final String UNIT = "bits";
    private static final int DIGITS = 5;

    private final Records<?> records;
    private final MatchModel model;
    private final FieldComparer[] comparers;
    private final int[][] weights;
    private final int prior;

    PairWeigher(Records<?> records, MatchModel model, ImmutableList<Column> columns) {
        this.records = records;
        this.model = model;
        int size = model.comparisons().size();
        this.comparers = new FieldComparer[size];
        this.weights = new int[size][];
        for (int c = 0; c < size; c++) {
            FieldComparison comparison = model.comparisons().get(c);
            comparers[c] = new FieldComparer(columns.get(c), FieldComparer.tests(comparison));
            weights[c] = new int[comparison.levels().size() + 1];
            for (int level = 1; level < weights[c].length; level++) {
                ComparisonLevel at = comparison.levels().get(level - 1);
                weights[c][level] = Bits.ofRatio(at.m(), at.u());
            }
        }
        this.prior = Bits.ofRatio(model.priorMatches(), 1 - model.priorMatches());
    }

    static ImmutableList<Column> columns(Records<?> records, MatchModel model) {
        return model.comparisons().stream()
                .map(comparison -> Column.of(records, comparison.column(), comparison.normalize()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The weight in thousandths of a bit. */
    int weight(int first, int second) {
        int weight = prior;
        for (int c = 0; c < comparers.length; c++) {
            weight += weights[c][comparers[c].level(first, second)];
        }
        return weight;
    }

    /** The level in each column. */
    void levels(int first, int second, int[] levels) {
        for (int c = 0; c < comparers.length; c++) {
            levels[c] = comparers[c].level(first, second);
        }
    }

    Explanation.Sum explain(int first, int second, BlockingRule blockedBy) {
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        steps.add(Step.builder()
                .rule(rule("/priorMatches"))
                .label("prior: {share} of random pairs are one")
                .amount(bits(prior))
                .putInputs("share", digits(model.priorMatches()))
                .build());
        long total = prior;
        for (int c = 0; c < comparers.length; c++) {
            int level = comparers[c].level(first, second);
            total += weights[c][level];
            steps.add(step(c, level, first, second));
        }
        String subject = records.ids().get(first) + " and " + records.ids().get(second) + ": probability "
                + digits(Bits.probability(Bits.toBits(total))) + ", threshold " + digits(model.threshold())
                + " bits, blocked by " + blockedBy;
        return new Explanation.Sum(subject, bits(total), steps.build());
    }

    private Step step(int c, int level, int first, int second) {
        FieldComparison comparison = model.comparisons().get(c);
        ImmutableMap.Builder<String, String> inputs = ImmutableMap.builder();
        inputs.put("column", comparison.column());
        inputs.put("first", shown(comparison, first));
        inputs.put("second", shown(comparison, second));
        if (level == FieldComparer.MISSING) {
            return Step.builder()
                    .rule(rule("/comparisons/" + c))
                    .label("{column} {first} / {second}: missing")
                    .amount(bits(0))
                    .inputs(inputs.buildOrThrow())
                    .build();
        }
        ComparisonLevel at = comparison.levels().get(level - 1);
        inputs.put("level", at.when());
        inputs.put("m", digits(at.m()));
        inputs.put("u", digits(at.u()));
        return Step.builder()
                .rule(rule("/comparisons/" + c + "/levels/" + (level - 1)))
                .label("{column} {first} / {second}: {level}, m {m}, u {u}")
                .amount(bits(weights[c][level]))
                .inputs(inputs.buildOrThrow())
                .build();
    }

    private String shown(FieldComparison comparison, int record) {
        int column = records.columns().indexOf(comparison.column());
        String raw = column < 0 ? null : records.cell(record, column);
        return raw == null ? "none" : "'" + raw + "'";
    }

    private RuleRef rule(String path) {
        return new RuleRef(model.id(), model.version(), path);
    }

    private static Quantity bits(long thousandths) {
        return Quantity.of(Bits.decimal(thousandths), UNIT);
    }

    private static String digits(double value) {
        return new BigDecimal(value)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }
}
