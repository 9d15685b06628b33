package io.salesops.commission.plan;

import io.salesops.core.money.Rational;
import java.util.Optional;

/** Port: counts a credit where a plan's own words do not suffice. Pure, and called from several threads. */
@FunctionalInterface
public interface MeasureFunction {

    /**
     * Returns what a credit counts, in the plan's currency or in units; empty leaves the credit out. A credit and its
     * refund must count the same with opposite signs.
     */
    Optional<Rational> count(Countable credit);
}
