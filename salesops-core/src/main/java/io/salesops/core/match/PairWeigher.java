package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** The weight of a pair of records, and its waterfall. Keeps the text patterns of the last record: one thread, one weigher. */
final class PairWeigher {
    /** Stands for a weight below a threshold. */
    static final int OUT_OF_REACH = Integer.MIN_VALUE;

    private static final String UNIT = "bits";
    private static final int DIGITS = 5;

    private final Rows rows;
    private final MatchModel model;
    private final PairWeights weights;
    private final PairLevels levels;
    private final int[] of;
    private final int[] most;

    PairWeigher(Rows rows, MatchModel model, ImmutableList<Column> columns, PairWeights weights) {
        this(rows, model, weights, new PairLevels(model, columns));
    }

    PairWeigher(Rows rows, MatchModel model, PairWeights weights, PairLevels levels) {
        this.rows = rows;
        this.model = model;
        this.weights = weights;
        this.levels = levels;
        this.of = new int[model.comparisons().size()];
        this.most = new int[of.length];
    }

    static ImmutableList<Column> columns(Rows rows, MatchModel model) {
        return columns(rows, model, io.salesops.core.run.Execution.here());
    }

    static ImmutableList<Column> columns(Rows rows, MatchModel model, io.salesops.core.run.Execution execution) {
        return Column.sideBySide(Parallel.run(
                execution,
                "normalize",
                model.comparisons().size(),
                comparison -> Column.of(rows, model.comparisons().get(comparison))));
    }

    /** The weight in thousandths of a bit. */
    int weight(int first, int second) {
        levels.of(first, second, of);
        int weight = weights.prior();
        for (int c = 0; c < of.length; c++) {
            weight += weights.of(c, of) + weights.frequency(c, of, first);
        }
        return weight;
    }

    /**
     * The weight in thousandths of a bit where it reaches the threshold, otherwise {@link #OUT_OF_REACH}: what is known of
     * most pairs after a glance and a text or two leaves them out of reach.
     */
    int weight(int first, int second, int threshold) {
        levels.glance(first, second, of);
        long reach = weights.prior();
        for (int c = 0; c < of.length; c++) {
            most[c] = weights.most(c, of, first);
            reach += most[c];
        }
        ComparisonGroups groups = levels.groups();
        for (int group : weights.order()) {
            if (reach < threshold) {
                return OUT_OF_REACH;
            }
            int[] members = groups.members(group);
            if (isUnread(members)) {
                levels.read(group, first, second, of);
                for (int c : members) {
                    reach -= most[c];
                    most[c] = weights.most(c, of, first);
                    reach += most[c];
                }
            }
        }
        int weight = weights.prior();
        for (int c = 0; c < of.length; c++) {
            weight += weights.of(c, of) + weights.frequency(c, of, first);
        }
        return weight >= threshold ? weight : OUT_OF_REACH;
    }

    private boolean isUnread(int[] members) {
        for (int c : members) {
            if (of[c] == FieldComparer.UNREAD) {
                return true;
            }
        }
        return false;
    }

    Explanation.Sum explain(int first, int second, String how) {
        levels.of(first, second, of);
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        steps.add(Step.builder()
                .rule(rule("/priorMatches"))
                .label("prior: {share} of random pairs are one")
                .amount(bits(weights.prior()))
                .putInputs("share", digits(model.priorMatches()))
                .build());
        long total = weights.prior();
        for (int c = 0; c < of.length; c++) {
            total += weights.of(c, of);
            steps.add(step(c, first, second));
            int frequency = weights.frequency(c, of, first);
            if (frequency != 0) {
                total += frequency;
                steps.add(frequency(c, first, frequency));
            }
        }
        String subject = rows.label(first) + " and " + rows.label(second) + ": probability "
                + digits(Bits.probability(Bits.toBits(total))) + ", threshold " + digits(model.threshold()) + " bits, "
                + how;
        return new Explanation.Sum(subject, bits(total), steps.build());
    }

    private Step step(int c, int first, int second) {
        FieldComparison comparison = model.comparisons().get(c);
        int level = of[c];
        ImmutableMap.Builder<String, String> inputs = ImmutableMap.builder();
        inputs.put("column", comparison.name());
        inputs.put("first", shown(comparison, first));
        inputs.put("second", shown(comparison, second));
        if (level == FieldComparer.MISSING) {
            return Step.builder()
                    .rule(rule("/comparisons/" + c))
                    .label("{column} {first} / {second}: " + unread(c, first, second, inputs))
                    .amount(bits(0))
                    .inputs(inputs.buildOrThrow())
                    .build();
        }
        ComparisonLevel at = comparison.levels().get(level - 1);
        int above = weights.parentLevel(c, of);
        inputs.put("level", at.when());
        inputs.put("m", digits(at.m()));
        if (above == FieldComparer.MISSING || comparison.given().isEmpty()) {
            inputs.put("u", digits(at.u()));
            return Step.builder()
                    .rule(rule("/comparisons/" + c + "/levels/" + (level - 1)))
                    .label("{column} {first} / {second}: {level}, m {m}, u {u}")
                    .amount(bits(weights.of(c, of)))
                    .inputs(inputs.buildOrThrow())
                    .build();
        }
        Dependence given = comparison.given().get();
        inputs.put("u", digits(given.u().get(above - 1).get(level - 1)));
        inputs.put("given", given.comparison());
        return Step.builder()
                .rule(rule("/comparisons/" + c + "/given/u/" + (above - 1) + "/" + (level - 1)))
                .label("{column} {first} / {second}: {level}, m {m}, u {u} given {given}")
                .amount(bits(weights.of(c, of)))
                .inputs(inputs.buildOrThrow())
                .build();
    }

    /** A text that is there, but normalises to nothing, is named. */
    private String unread(int c, int first, int second, ImmutableMap.Builder<String, String> inputs) {
        FieldComparison comparison = model.comparisons().get(c);
        for (int record : new int[] {first, second}) {
            if (raw(comparison, record) != null && levels.isMissing(c, record)) {
                inputs.put("unread", shown(comparison, record));
                inputs.put(
                        "as",
                        comparison.normalize().isEmpty()
                                ? "text"
                                : comparison.normalize().get(0).toString());
                return "{unread} holds no {as}, says nothing";
            }
        }
        return "says nothing";
    }

    private Step frequency(int c, int first, int frequency) {
        FieldComparison comparison = model.comparisons().get(c);
        return Step.builder()
                .rule(rule("/comparisons/" + c + "/frequencies"))
                .label(
                        frequency > 0
                                ? "{column} {value} is rarer than most values"
                                : "{column} {value} is more common than most values")
                .amount(bits(frequency))
                .putInputs("column", comparison.name())
                .putInputs("value", shown(comparison, first))
                .build();
    }

    private @Nullable String raw(FieldComparison comparison, int record) {
        int column = rows.columns().indexOf(comparison.column());
        return column < 0 ? null : rows.cell(record, column);
    }

    private String shown(FieldComparison comparison, int record) {
        String raw = raw(comparison, record);
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
