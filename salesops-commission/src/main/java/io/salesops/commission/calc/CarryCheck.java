package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions.Change;
import io.salesops.commission.plan.Multiplier;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.PlanRule.GateMode;
import io.salesops.commission.plan.PlanRule.TierMode;
import io.salesops.commission.plan.RateGrid;
import io.salesops.core.finding.Finding;
import java.util.Optional;

/**
 * Finds rules that a plan cannot have which goes on from the attainment of the plan before.
 *
 * <p>Such a plan pays what all deals earn by it, less what the deals of other plans earn by themselves. Where a rule pays for
 * all revenue by what is reached later, that would pay for the other plans' deals a second time.
 */
final class CarryCheck {
    private CarryCheck() {}

    static ImmutableList<Finding> of(CommissionPlan plan) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        for (int i = 0; i < plan.rules().size() && plan.conventions().change() == Change.CARRIES_ON; i++) {
            PlanRule rule = plan.rules().get(i);
            int at = i;
            reopens(plan, rule)
                    .ifPresent(what -> findings.add(Finding.error(
                                    "commission.change.reopens",
                                    "/rules/" + at,
                                    "plan " + plan.id() + " carries on from deals of other plans, but " + what + " "
                                            + rule.id() + " would pay for them again when more is reached")
                            .maybe("Maybe the plan starts anew with a quota of its own, or the rule is marginal.")));
        }
        return findings.build();
    }

    /** What kind of rule it is, where it pays for earlier revenue by what is reached later. */
    private static Optional<String> reopens(CommissionPlan plan, PlanRule rule) {
        if (rule instanceof PlanRule.Tiered tiered) {
            boolean all = tiered.mode() == TierMode.RETROACTIVE
                    || tiered.mode() == TierMode.WHOLE_OVERAGE
                    || tiered.mode() == TierMode.INTERPOLATED
                    || tiered.tiers().stream()
                            .flatMap(tier -> tier.mode().stream())
                            .anyMatch(mode -> mode != TierMode.MARGINAL);
            return all ? Optional.of("tiered rule") : Optional.empty();
        }
        if (rule instanceof RateGrid grid) {
            return grid.mode() == RateGrid.Mode.EACH ? Optional.empty() : Optional.of("grid");
        }
        if (rule instanceof PlanRule.Gate gate) {
            return gate.mode().orElse(plan.conventions().gate()) == GateMode.CLIFF
                    ? Optional.of("cliff gate")
                    : Optional.empty();
        }
        return rule instanceof Multiplier multiplier && multiplier.tiers().size() > 1
                ? Optional.of("multiplier")
                : Optional.empty();
    }
}
