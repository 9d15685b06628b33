package io.salesops.commission.ledger;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rate;

/**
 * Holds a share of what components earn back until a rule releases it.
 *
 * @param share how much is held back, above 0% and up to 100%
 * @param release when it is released
 * @param on the components; empty means all
 */
public record HoldRule(Rate share, ReleaseRule release, ImmutableList<String> on) {

    /** Checks the share. */
    public HoldRule {
        checkArgument(
                share.signum() > 0 && share.compareTo(Rate.ONE) <= 0,
                "share that is held back must be above 0% and up to 100%: %s",
                share);
    }

    /** Obtains a rule; {@code on} nothing means on all components. */
    public static HoldRule of(String share, ReleaseRule release, String... on) {
        return new HoldRule(Rate.of(share), release, ImmutableList.copyOf(on));
    }

    /** Whether it holds what a component earns. */
    public boolean holds(String component) {
        return on.isEmpty() || on.contains(component);
    }
}
