package io.salesops.core.match;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/**
 * The clusters of a run under the representatives of an earlier one, and what changed between the two. Every record of a
 * cluster of either run is in exactly one change, or in a cluster that stayed as it was. Immutable and thread-safe.
 *
 * @param <I> the type of the ids
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = ClusterChanges.Builder.class)
public interface ClusterChanges<I> extends Outcome {

    /** All clusters of the later run, ascending by representative. */
    ImmutableList<Cluster<I>> clusters();

    /** How many of them have the records that they had. */
    int unchanged();

    /** What changed, ascending by the first record that it concerns. */
    ImmutableList<ClusterChange<I>> changes();

    /** The number of clusters: those of the earlier run, and a step for each kind of change. */
    @Override
    Explanation explanation();

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
    final class Builder<I> extends ImmutableClusterChanges.Builder<I> {
        Builder() {}
    }
}
