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
 * Clusters without records that must be kept apart, and what was parted for that. Immutable and thread-safe.
 *
 * @param <I> the type of the ids
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = PartedClusters.Builder.class)
public interface PartedClusters<I> extends Outcome {

    /** The clusters of two records and more, by representative. */
    ImmutableList<Cluster<I>> clusters();

    /** The pairs that were in one cluster and must not be, by first and second id. */
    ImmutableList<Separation<I>> separations();

    /** The number of clusters: those before, and a step for each that was parted. */
    @Override
    Explanation explanation();

    @Override
    ImmutableList<Finding> findings();

    /** Records that are left without a duplicate, and matches that now are between two clusters. */
    @Override
    ImmutableList<Omission> omitted();

    @Override
    Provenance computedFrom();

    /** Starts a result. */
    static <I> Builder<I> builder() {
        return new Builder<>();
    }

    /** Builds results. */
    final class Builder<I> extends ImmutablePartedClusters.Builder<I> {
        Builder() {}
    }
}
