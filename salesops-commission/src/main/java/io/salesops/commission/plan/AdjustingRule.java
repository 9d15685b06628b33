package io.salesops.commission.plan;

import com.google.common.collect.ImmutableList;

/** A rule that changes what others pay. Gates act first, then multipliers and weights, then floors and caps. */
public sealed interface AdjustingRule extends PlanRule permits PlanRule.Gate, PlanRule.Cap, Multiplier, Weight, Floor {

    /** The ids of the rules on which it acts; empty means every rule that pays. */
    ImmutableList<String> on();

    /** Calls the case for this kind of rule. */
    <R> R match(Kinds<R> kinds);

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.adjusts(this);
    }

    /** One method for each kind of rule that changes pay. */
    interface Kinds<R> {
        R gate(PlanRule.Gate gate);

        R cap(PlanRule.Cap cap);

        R multiplier(Multiplier multiplier);

        R weight(Weight weight);

        R floor(Floor floor);
    }
}
