package io.salesops.core.match;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/** A model, with the pair counts that led to it. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = TrainedModel.Builder.class)
public interface TrainedModel extends WithTrainedModel, Outcome {

    /** The model. */
    MatchModel model();

    /** How many matches the model expects among all pairs of the records. */
    long expectedPairs();

    /** How many pairs each blocking rule gave to training, in their order. */
    ImmutableList<RulePairs> pairsByRule();

    /** How many pairs came from large blocks of two rules that were cut by each other. */
    @Value.Default
    default long pairsByCuts() {
        return 0;
    }

    /**
     * The pairs of one blocking rule.
     *
     * @param rule the rule
     * @param pairs how many pairs it gave that no earlier rule had given
     */
    record RulePairs(BlockingRule rule, long pairs) {}

    @Override
    ImmutableList<Finding> findings();

    @Override
    ImmutableList<Omission> omitted();

    @Override
    Provenance computedFrom();

    /** The pairs that training looked at, a step for each blocking rule. */
    @Override
    default Explanation explanation() {
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        long total = 0;
        int rule = 0;
        for (RulePairs blocked : pairsByRule()) {
            total += blocked.pairs();
            steps.add(Step.builder()
                    .rule(new RuleRef(model().id(), model().version(), "/blocking/" + rule++))
                    .label("share {keys}")
                    .amount(Quantity.of(blocked.pairs(), "pairs"))
                    .putInputs("keys", blocked.rule().toString())
                    .build());
        }
        if (pairsByCuts() > 0) {
            total += pairsByCuts();
            steps.add(Step.builder()
                    .rule(new RuleRef(model().id(), model().version(), "/refineAbove"))
                    .label("share two keys of large blocks")
                    .amount(Quantity.of(pairsByCuts(), "pairs"))
                    .build());
        }
        return new Explanation.Sum(
                "looked at in training; expected matches: " + expectedPairs(),
                Quantity.of(total, "pairs"),
                steps.build());
    }

    /** Starts a result. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds results. */
    final class Builder extends ImmutableTrainedModel.Builder {
        Builder() {}
    }
}
