package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
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
public interface TrainedModel extends WithTrainedModel, Outcome {

    /** The model. */
    MatchModel model();

    /** How many matches the model expects among all pairs of the records. */
    long expectedPairs();

    /** How many pairs each blocking rule gave to training that no earlier one had given. */
    ImmutableMap<BlockingRule, Long> pairsByRule();

    @Override
    ImmutableList<Finding> findings();

    @Override
    ImmutableList<Omission> omitted();

    @Override
    Provenance computedFrom();

    /** The pairs that training looked at, a step for each blocking rule. */
    @Override
    @Value.Derived
    default Explanation explanation() {
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        long total = 0;
        int rule = 0;
        for (var pairs : pairsByRule().entrySet()) {
            total += pairs.getValue();
            steps.add(Step.builder()
                    .rule(new RuleRef(model().id(), model().version(), "/blocking/" + rule++))
                    .label("share {keys}")
                    .amount(Quantity.of(pairs.getValue(), "pairs"))
                    .putInputs("keys", pairs.getKey().toString())
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
