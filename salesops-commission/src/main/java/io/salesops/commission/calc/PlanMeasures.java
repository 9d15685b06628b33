package io.salesops.commission.calc;

import com.google.common.collect.ImmutableSet;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PlanRule;

/** Of which measures a plan speaks, where it changes, and of which payees need a quota. */
public final class PlanMeasures {
    private PlanMeasures() {}

    /** Returns the measures of which a rule states levels as shares of the quota, and that have no goal for all. */
    public static ImmutableSet<String> of(CommissionPlan plan) {
        ImmutableSet.Builder<String> needs = ImmutableSet.builder();
        for (PlanRule rule : plan.rules()) {
            for (String id : RuleMeasures.needingQuota(rule)) {
                boolean goal = plan.measures().stream()
                        .anyMatch(measure ->
                                measure.id().equals(id) && measure.goal().isPresent());
                if (!goal) {
                    needs.add(id);
                }
            }
        }
        return needs.build();
    }

    /** Returns the levels of a measure at which the pay of a rule changes. */
    public static ImmutableSet<Level> levels(CommissionPlan plan, String measure) {
        return plan.rules().stream()
                .flatMap(rule -> RuleMeasures.levels(rule, measure).stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Returns the measures of which any rule speaks, those that are paid first. */
    public static ImmutableSet<String> measures(CommissionPlan plan) {
        return plan.rules().stream()
                .flatMap(rule -> RuleMeasures.of(rule).stream())
                .collect(ImmutableSet.toImmutableSet());
    }
}
