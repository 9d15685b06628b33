package io.salesops.core.match;

import com.google.common.collect.ImmutableList;

/** Explains a pair on request, from the same columns and weights that found it. Immutable and thread-safe. */
final class PairSource {
    private final Rows rows;
    private final MatchModel model;
    private final ImmutableList<Column> columns;
    private final CandidatePairs pairs;
    private final PairWeights weights;

    PairSource(Rows rows, MatchModel model, ImmutableList<Column> columns, CandidatePairs pairs, PairWeights weights) {
        this.rows = rows;
        this.model = model;
        this.columns = columns;
        this.pairs = pairs;
        this.weights = weights;
    }

    ImmutableList<BlockingRule> rules() {
        return pairs.rules();
    }

    /** Makes what weighs pairs in one thread. */
    PairWeigher weigher() {
        return new PairWeigher(rows, model, columns, weights);
    }

    /** Whether a blocking rule selects the pair, the smaller number first. */
    boolean isCandidate(int first, int second) {
        return pairs.ruleOf(first, second) >= 0;
    }

    io.salesops.core.explain.Explanation.Sum explain(int first, int second) {
        int rule = pairs.ruleOf(first, second);
        boolean areEqual = columns.stream().allMatch(column -> column.value(first) == column.value(second));
        String notBlocked = areEqual ? "equal in all that is compared" : "of one cluster";
        String how = rule < 0 ? notBlocked : "blocked by " + pairs.rules().get(rule);
        return weigher().explain(first, second, how);
    }
}
