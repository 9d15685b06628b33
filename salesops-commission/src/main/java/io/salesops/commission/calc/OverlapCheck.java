package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions.Overlap;
import io.salesops.commission.plan.EarningRule;
import io.salesops.commission.plan.Measure;
import io.salesops.commission.plan.PerDeal;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.RateGrid;
import io.salesops.commission.plan.TeamOverride;
import io.salesops.core.finding.Finding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds rules that pay for the same figure in the same way, of which nobody knows whether one is meant or both.
 *
 * <p>Rules have no order among themselves: all that apply pay. Two rates, two targets or two overrides on one figure are
 * therefore a conflict, unless the plan says that they add up, or each has a measure of its own. A figure is what a measure
 * counts of which credits: two measures that differ in their name or goal alone are one. Rules of different kinds do not
 * compete: a bonus, a SPIFF, a curve or a residual beside a rate is meant, and so are rates on measures whose conditions
 * differ, though a credit may meet both.
 */
final class OverlapCheck {
    private OverlapCheck() {}

    static ImmutableList<Finding> of(CommissionPlan plan, Function<String, Measure> measures) {
        if (plan.conventions().overlap() == Overlap.ADDED) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        Set<String> seen = new HashSet<>();
        Map<ImmutableList<Object>, EarningRule> first = new HashMap<>();
        for (int i = 0; i < plan.rules().size(); i++) {
            // A rule whose id was there before is a finding of its own.
            if (seen.add(plan.rules().get(i).id()) && plan.rules().get(i) instanceof EarningRule rule) {
                Optional<String> pays = pays(rule);
                if (pays.isPresent()) {
                    EarningRule other = first.putIfAbsent(
                            ImmutableList.of(pays.get(), figure(measures.apply(rule.measure()))), rule);
                    if (other != null) {
                        findings.add(conflict(other, rule, pays.get(), "/rules/" + i));
                    }
                }
            }
        }
        return findings.build();
    }

    /** What a rule pays, where a second one that pays it would be in doubt. */
    private static Optional<String> pays(EarningRule rule) {
        if (rule instanceof PlanRule.Tiered tiered) {
            return Optional.of(tiered.target().isPresent() ? "target" : "rate");
        }
        if (rule instanceof PlanRule.Flat || rule instanceof PerDeal || rule instanceof RateGrid) {
            return Optional.of("rate");
        }
        return rule instanceof TeamOverride ? Optional.of("override") : Optional.empty();
    }

    /** What is counted, whatever it is called and however much of it is to be reached. */
    private static Measure figure(Measure measure) {
        return Measure.builder()
                .from(measure)
                .id("figure")
                .of(measure.of())
                .goal(Optional.empty())
                .build();
    }

    private static Finding conflict(EarningRule first, EarningRule second, String pays, String path) {
        String what = first.measure().equals(second.measure())
                ? "measure " + second.measure()
                : "measures " + first.measure() + " and " + second.measure() + ", which count the same";
        return Finding.error(
                        "commission.rule.overlap",
                        path,
                        "rules " + first.id() + " and " + second.id() + " both pay a " + pays + " on " + what
                                + ", and neither comes first")
                .maybe(
                        "Maybe one of them belongs to another measure; if credits are to earn both, the convention overlap"
                                + " says added.");
    }
}
