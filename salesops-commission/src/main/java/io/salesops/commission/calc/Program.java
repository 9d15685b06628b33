package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PlanRule;
import io.salesops.core.explain.RuleRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A plan compiled for calculation: rules that pay, then gates, then caps, narrow ones first; measures by position.
 *
 * @param measures the measures of rules and gates, in the order in which the plan names them
 * @param needsQuota the positions of the measures that tiers or gates depend on
 */
record Program(
        CommissionPlan plan,
        ImmutableList<String> measures,
        ImmutableSet<Integer> needsQuota,
        ImmutableList<Payer> payers,
        ImmutableList<Modifier<PlanRule.Gate>> gates,
        ImmutableList<Modifier<PlanRule.Cap>> caps) {

    /**
     * A gate or a cap.
     *
     * @param rule the gate or cap
     * @param ref where it stands
     * @param on the positions of the payers on which it acts
     */
    record Modifier<R extends PlanRule>(R rule, RuleRef ref, ImmutableSet<Integer> on) {}

    static Program of(CommissionPlan plan) {
        Set<String> measures = new LinkedHashSet<>();
        List<String> ids = new ArrayList<>();
        for (PlanRule rule : plan.rules()) {
            Payer.measure(rule).ifPresent(measure -> {
                measures.add(measure);
                ids.add(rule.id());
            });
        }
        for (PlanRule rule : plan.rules()) {
            if (rule instanceof PlanRule.Gate gate) {
                measures.add(gate.measure());
            }
        }
        ImmutableList<String> ordered = ImmutableList.copyOf(measures);
        ImmutableSet.Builder<Integer> needsQuota = ImmutableSet.builder();
        ImmutableList.Builder<Payer> payers = ImmutableList.builder();
        ImmutableList.Builder<Modifier<PlanRule.Gate>> gates = ImmutableList.builder();
        List<Modifier<PlanRule.Cap>> caps = new ArrayList<>();
        for (int i = 0; i < plan.rules().size(); i++) {
            RuleRef ref = new RuleRef(plan.id().value(), plan.version(), "/rules/" + i);
            plan.rules().get(i).match(new PlanRule.Cases<Void>() {
                @Override
                public Void flat(PlanRule.Flat flat) {
                    payers.add(new Payer(flat, ref, ordered.indexOf(flat.measure())));
                    return null; // the only value of Void
                }

                @Override
                public Void tiered(PlanRule.Tiered tiered) {
                    payers.add(new Payer(tiered, ref, ordered.indexOf(tiered.measure())));
                    needsQuota.add(ordered.indexOf(tiered.measure()));
                    return null; // the only value of Void
                }

                @Override
                public Void gate(PlanRule.Gate gate) {
                    gates.add(new Modifier<>(gate, ref, positions(gate.on(), ids)));
                    needsQuota.add(ordered.indexOf(gate.measure()));
                    return null; // the only value of Void
                }

                @Override
                public Void cap(PlanRule.Cap cap) {
                    caps.add(new Modifier<>(cap, ref, positions(cap.on(), ids)));
                    return null; // the only value of Void
                }
            });
        }
        caps.sort(Comparator.comparingInt(cap -> cap.on().size()));
        return new Program(
                plan, ordered, needsQuota.build(), payers.build(), gates.build(), ImmutableList.copyOf(caps));
    }

    private static ImmutableSet<Integer> positions(List<String> on, List<String> ids) {
        return Payer.on(on, ids).stream().map(ids::indexOf).collect(ImmutableSet.toImmutableSet());
    }

    int measure(String name) {
        return measures.indexOf(name);
    }
}
