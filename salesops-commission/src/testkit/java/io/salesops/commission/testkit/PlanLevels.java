package io.salesops.commission.testkit;

import io.salesops.commission.plan.Axis;
import io.salesops.commission.plan.Bonus;
import io.salesops.commission.plan.BonusStep;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.CurvePoint;
import io.salesops.commission.plan.EarningRule;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.Measure;
import io.salesops.commission.plan.Multiplier;
import io.salesops.commission.plan.PayCurve;
import io.salesops.commission.plan.PerDeal;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.RateGrid;
import io.salesops.commission.plan.Tier;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The measures of a plan with the levels at which something changes: where tests must look closely. */
final class PlanLevels {
    private PlanLevels() {}

    static Map<String, Set<Level>> of(CommissionPlan plan) {
        Map<String, Set<Level>> levels = new LinkedHashMap<>();
        for (PlanRule rule : plan.rules()) {
            if (rule instanceof EarningRule earning) {
                add(levels, earning.measure(), Stream.of());
            }
            if (rule instanceof PlanRule.Tiered tiered) {
                add(levels, tiered.moving(), bounds(tiered.tiers()));
            } else if (rule instanceof PerDeal perDeal) {
                add(levels, perDeal.measure(), bounds(perDeal.tiers()));
            } else if (rule instanceof RateGrid grid) {
                Stream.concat(Stream.of(grid.rows()), grid.columns().stream())
                        .filter(Axis.Attained.class::isInstance)
                        .map(Axis.Attained.class::cast)
                        .forEach(axis -> add(levels, axis.measure(), axis.bounds().stream()));
            } else if (rule instanceof Bonus bonus) {
                add(levels, bonus.measure(), bonus.steps().stream().map(BonusStep::level));
            } else if (rule instanceof PayCurve curve) {
                add(levels, curve.measure(), curve.points().stream().map(CurvePoint::at));
            } else if (rule instanceof PlanRule.Gate gate) {
                add(levels, gate.measure(), Stream.of(gate.atLeast()));
            } else if (rule instanceof Multiplier multiplier) {
                add(levels, multiplier.measure(), bounds(multiplier.tiers()));
            }
        }
        return levels;
    }

    private static void add(Map<String, Set<Level>> levels, String measure, Stream<Level> more) {
        Set<Level> known = levels.computeIfAbsent(measure, key -> new LinkedHashSet<>());
        more.forEach(known::add);
    }

    private static Stream<Level> bounds(List<Tier> tiers) {
        return tiers.stream().flatMap(tier -> tier.upTo().stream());
    }

    /** What a plan says of a measure, or what it means where it says nothing. */
    static Measure measure(CommissionPlan plan, String id) {
        return plan.measures().stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .orElseGet(() -> Measure.of(id));
    }
}
