package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/**
 * A merge as data: nothing changes until {@link MergePlanner#apply} is called, and {@link MergePlanner#undo} restores
 * exactly what was. Immutable and thread-safe.
 *
 * @param <T> what is merged
 */
@Value.Immutable
@SalesOpsStyle
public interface MergePlan<T> extends Outcome {

    /** The record that stays, under the id of the cluster's representative. */
    T golden();

    /** Which record each field of the golden record comes from, by id. */
    ImmutableMap<String, String> provenance();

    /** The members that go. */
    ImmutableList<T> retired();

    /** Every record that the merge touches, as it was: the members, and records that refer to one that goes. */
    ImmutableList<T> before();

    /** Every record that the merge leaves in their place: the golden one, and those that now refer to it. */
    ImmutableList<T> after();

    @Override
    Explanation explanation();

    @Override
    ImmutableList<Finding> findings();

    @Override
    ImmutableList<Omission> omitted();

    @Override
    Provenance computedFrom();

    /** Starts a plan. */
    static <T> Builder<T> builder() {
        return new Builder<>();
    }

    /** Builds plans. */
    final class Builder<T> extends ImmutableMergePlan.Builder<T> {
        Builder() {}
    }
}
