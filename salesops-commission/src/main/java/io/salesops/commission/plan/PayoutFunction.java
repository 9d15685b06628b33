package io.salesops.commission.plan;

import io.salesops.core.money.Rational;
import java.util.Optional;

/** Port: what a running total pays, where a plan's own words do not suffice. Pure, and called from several threads. */
@FunctionalInterface
public interface PayoutFunction {

    /**
     * Returns the running pay, exact, in the plan's currency; it is rounded by the plan.
     *
     * @param total what was counted so far, in the measure's units
     * @param quota what is to be reached; empty without quota
     */
    Rational pay(Rational total, Optional<Rational> quota);
}
