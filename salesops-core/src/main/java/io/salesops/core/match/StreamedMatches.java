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

/** What is left of a run whose matches went to a sink: its counts. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = StreamedMatches.Builder.class)
public interface StreamedMatches extends WithStreamedMatches, Outcome {

    /** The model that compared. */
    Provenance.Input model();

    /** How many records there were. */
    int records();

    /** How many matches the sink was given. */
    long matches();

    /** How many pairs each rule gave that no earlier one had given; rules that gave none are left out. */
    ImmutableList<TrainedModel.RulePairs> pairsByRule();

    /** How many pairs were compared. */
    default long comparedPairs() {
        return pairsByRule().stream().mapToLong(TrainedModel.RulePairs::pairs).sum();
    }

    @Override
    ImmutableList<Finding> findings();

    @Override
    ImmutableList<Omission> omitted();

    @Override
    Provenance computedFrom();

    /** The compared pairs, a step for each blocking rule that gave some. */
    @Override
    default Explanation explanation() {
        return new Explanation.Sum(
                "compared: " + records() + " records, " + matches() + " matches",
                Quantity.of(comparedPairs(), "pairs"),
                pairsByRule().stream()
                        .map(blocked -> Step.builder()
                                .rule(new RuleRef(model().id(), model().version(), "/blocking"))
                                .label("share {keys}")
                                .amount(Quantity.of(blocked.pairs(), "pairs"))
                                .putInputs("keys", blocked.rule().toString())
                                .build())
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Starts a result. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds results. */
    final class Builder extends ImmutableStreamedMatches.Builder {
        Builder() {}
    }
}
