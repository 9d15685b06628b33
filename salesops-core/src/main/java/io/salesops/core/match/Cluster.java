package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/**
 * Records that are one thing.
 *
 * @param representative the record that names the cluster; one of the members
 * @param members at least one
 * @param <I> the type of the ids
 */
public record Cluster<I>(I representative, ImmutableList<I> members) {

    /** Checks that the representative is a member. */
    public Cluster {
        checkArgument(members.contains(representative), "%s is no member of its cluster: %s", representative, members);
    }

    /** Obtains a cluster that the first member names. */
    @SafeVarargs
    @SuppressWarnings("varargs") // copied at once, never written
    public static <I> Cluster<I> of(I... members) {
        checkArgument(members.length > 0, "a cluster has at least one member");
        return new Cluster<>(members[0], ImmutableList.copyOf(members));
    }
}
