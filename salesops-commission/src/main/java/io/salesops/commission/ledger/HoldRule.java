package io.salesops.commission.ledger;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.Release;
import io.salesops.core.money.Rate;

/**
 * Holds a share of what components earn back until it is released. A {@link io.salesops.commission.plan.Holdback} is part
 * of a plan, and releases in proportion to what was invoiced or paid; this rule holds across plans, knows the days only,
 * and releases a deal as a whole.
 *
 * @param share how much is held back, above 0% and up to 100%
 * @param release when it is released
 * @param on the components; empty means all
 */
public record HoldRule(Rate share, Release release, ImmutableList<String> on) {

    /** Checks the share. */
    public HoldRule {
        checkArgument(
                share.signum() > 0 && share.compareTo(Rate.ONE) <= 0,
                "share that is held back must be above 0% and up to 100%: %s",
                share);
    }

    /** Obtains a rule; {@code on} nothing means on all components. */
    public static HoldRule of(String share, Release release, String... on) {
        return new HoldRule(Rate.of(share), release, ImmutableList.copyOf(on));
    }

    /** Whether it holds what a component earns. */
    public boolean holds(String component) {
        return on.isEmpty() || on.contains(component);
    }
}
