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

/**
 * Households of contacts or hierarchies of accounts, in which each member stands for its cluster of duplicates. Immutable and
 * thread-safe.
 *
 * @param <I> the type of the ids
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = RelatedRecords.Builder.class)
public interface RelatedRecords<I> extends Outcome {

    /** The groups of two things and more, by first member; nothing is in two. */
    ImmutableList<RelatedGroup<I>> groups();

    /** The members of groups, a step for each group. */
    @Override
    default Explanation explanation() {
        return new Explanation.Sum(
                "related, not the same",
                Quantity.of(
                        groups().stream()
                                .mapToInt(group -> group.members().size())
                                .sum(),
                        "records"),
                groups().stream()
                        .map(group -> Step.builder()
                                .rule(new RuleRef("Relations", "1", "/" + group.relation()))
                                .label("{members}: {reason}")
                                .amount(Quantity.of(group.members().size(), "records"))
                                .putInputs("members", group.members().toString())
                                .putInputs("reason", group.reason())
                                .build())
                        .collect(ImmutableList.toImmutableList()));
    }

    @Override
    ImmutableList<Finding> findings();

    @Override
    ImmutableList<Omission> omitted();

    @Override
    Provenance computedFrom();

    /** Starts a result. */
    static <I> Builder<I> builder() {
        return new Builder<>();
    }

    /** Builds results. */
    final class Builder<I> extends ImmutableRelatedRecords.Builder<I> {
        Builder() {}
    }
}
