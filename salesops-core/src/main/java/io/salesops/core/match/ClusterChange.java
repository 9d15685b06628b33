package io.salesops.core.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;

/**
 * Clusters of one run and of the next that share records, directly or by way of others.
 *
 * @param kind what happened
 * @param before the clusters of the earlier run
 * @param after the clusters of the later run, under the representatives that they keep
 * @param <I> the type of the ids
 */
public record ClusterChange<I>(
        @JsonProperty(required = true) Kind kind,
        @JsonProperty(required = true) ImmutableList<Cluster<I>> before,
        @JsonProperty(required = true) ImmutableList<Cluster<I>> after) {

    /** What happens to clusters from one run to the next. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Kind {
        /** No record of the cluster was in one before. */
        NEW,
        /** No record of the cluster is in one any more. */
        GONE,
        /** The same cluster with more records. */
        GROWN,
        /** The same cluster with fewer records. */
        SHRUNK,
        /** The same cluster, in which some records took the place of others. */
        EXCHANGED,
        /** Several clusters became one. */
        JOINED,
        /** One cluster became several. */
        SPLIT,
        /** Several clusters became several others. */
        REGROUPED
    }

    /** The records that are in one of the later clusters and were in none of the earlier, in the order of the clusters. */
    public ImmutableList<I> added() {
        return without(after, before);
    }

    /** The records that were in one of the earlier clusters and are in none of the later, in the order of the clusters. */
    public ImmutableList<I> removed() {
        return without(before, after);
    }

    private static <I> ImmutableList<I> without(ImmutableList<Cluster<I>> these, ImmutableList<Cluster<I>> those) {
        ImmutableSet<I> known = members(those);
        return members(these).stream()
                .filter(member -> !known.contains(member))
                .collect(ImmutableList.toImmutableList());
    }

    private static <I> ImmutableSet<I> members(Collection<Cluster<I>> clusters) {
        return clusters.stream().flatMap(cluster -> cluster.members().stream()).collect(ImmutableSet.toImmutableSet());
    }
}
