package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** Says which of some records must not be one. Pure. */
@FunctionalInterface
interface ApartRule<I> {
    /** The pairs among the members of a cluster, which are ascending. */
    List<Separation<I>> within(ImmutableList<I> members);
}
