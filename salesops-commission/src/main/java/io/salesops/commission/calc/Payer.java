package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.PlanRule;
import io.salesops.core.explain.RuleRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A rule that pays, with its place in the plan.
 *
 * @param rule flat or tiered
 * @param ref where it stands
 * @param measure the position of its measure among the plan's
 */
record Payer(PlanRule rule, RuleRef ref, int measure) {

    /** Returns the measure of a rule that pays; empty for gates and caps. */
    static Optional<String> measure(PlanRule rule) {
        return rule.match(new PlanRule.Cases<>() {
            @Override
            public Optional<String> flat(PlanRule.Flat flat) {
                return Optional.of(flat.measure());
            }

            @Override
            public Optional<String> tiered(PlanRule.Tiered tiered) {
                return Optional.of(tiered.measure());
            }

            @Override
            public Optional<String> gate(PlanRule.Gate gate) {
                return Optional.empty();
            }

            @Override
            public Optional<String> cap(PlanRule.Cap cap) {
                return Optional.empty();
            }
        });
    }

    /** Returns the rules on which a gate or a cap acts: those it names, or all. */
    static ImmutableList<String> on(List<String> named, Collection<String> all) {
        return ImmutableList.copyOf(named.isEmpty() ? all : named);
    }
}
