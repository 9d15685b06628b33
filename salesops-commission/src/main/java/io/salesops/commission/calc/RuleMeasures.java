package io.salesops.commission.calc;

import com.google.common.collect.ImmutableSet;
import io.salesops.commission.plan.Axis;
import io.salesops.commission.plan.Bonus;
import io.salesops.commission.plan.EarningRule;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.Multiplier;
import io.salesops.commission.plan.PayCurve;
import io.salesops.commission.plan.PerDeal;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.RateGrid;
import io.salesops.commission.plan.Tier;
import java.util.List;
import java.util.stream.Stream;

/** Which measures a rule speaks of, and of which it needs to know the quota. */
final class RuleMeasures {
    private RuleMeasures() {}

    /** The measures of a rule, what it pays first. */
    static ImmutableSet<String> of(PlanRule rule) {
        ImmutableSet.Builder<String> measures = ImmutableSet.builder();
        if (rule instanceof EarningRule earning) {
            measures.add(earning.measure());
        }
        if (rule instanceof PlanRule.Tiered tiered) {
            measures.add(tiered.moving());
        } else if (rule instanceof RateGrid grid) {
            axes(grid).map(Axis.Attained::measure).forEach(measures::add);
        } else if (rule instanceof PlanRule.Gate gate) {
            measures.add(gate.measure());
        } else if (rule instanceof Multiplier multiplier) {
            measures.add(multiplier.measure());
        }
        return measures.build();
    }

    /** The measures whose levels a rule states as shares of the quota. */
    static ImmutableSet<String> needingQuota(PlanRule rule) {
        if (rule instanceof PlanRule.Tiered tiered) {
            // Tiers without any bound in figures are shares, so that a table of one tier has attainments, too.
            boolean figures = tiered.tiers().stream()
                    .flatMap(tier -> tier.upTo().stream())
                    .anyMatch(bound -> !bound.share());
            return figures && tiered.target().isEmpty() ? ImmutableSet.of() : ImmutableSet.of(tiered.moving());
        }
        if (rule instanceof Bonus bonus) {
            return shares(bonus.measure(), bonus.steps().stream().map(step -> step.level()));
        }
        if (rule instanceof PayCurve curve) {
            return shares(curve.measure(), curve.points().stream().map(point -> point.at()));
        }
        if (rule instanceof PlanRule.Gate gate) {
            return shares(gate.measure(), Stream.of(gate.atLeast()));
        }
        if (rule instanceof Multiplier multiplier) {
            return shares(
                    multiplier.measure(),
                    multiplier.tiers().stream().map(Tier::upTo).flatMap(bound -> bound.stream()));
        }
        if (rule instanceof RateGrid grid) {
            return axes(grid)
                    .flatMap(axis -> shares(axis.measure(), axis.bounds().stream()).stream())
                    .collect(ImmutableSet.toImmutableSet());
        }
        return ImmutableSet.of();
    }

    /** The levels of a measure at which a rule changes what it pays. */
    static ImmutableSet<Level> levels(PlanRule rule, String measure) {
        Stream<Level> levels = Stream.of();
        if (rule instanceof PlanRule.Tiered tiered && tiered.moving().equals(measure)) {
            levels = bounds(tiered.tiers());
        } else if (rule instanceof PerDeal perDeal && perDeal.measure().equals(measure)) {
            levels = bounds(perDeal.tiers());
        } else if (rule instanceof Bonus bonus && bonus.measure().equals(measure)) {
            levels = bonus.steps().stream().map(step -> step.level());
        } else if (rule instanceof PayCurve curve && curve.measure().equals(measure)) {
            levels = curve.points().stream().map(point -> point.at());
        } else if (rule instanceof PlanRule.Gate gate && gate.measure().equals(measure)) {
            levels = Stream.of(gate.atLeast());
        } else if (rule instanceof Multiplier multiplier && multiplier.measure().equals(measure)) {
            levels = bounds(multiplier.tiers());
        } else if (rule instanceof RateGrid grid) {
            levels = axes(grid).filter(axis -> axis.measure().equals(measure)).flatMap(axis -> axis.bounds().stream());
        }
        return levels.collect(ImmutableSet.toImmutableSet());
    }

    private static Stream<Level> bounds(List<Tier> tiers) {
        return tiers.stream().flatMap(tier -> tier.upTo().stream());
    }

    private static Stream<Axis.Attained> axes(RateGrid grid) {
        return Stream.concat(Stream.of(grid.rows()), grid.columns().stream())
                .filter(Axis.Attained.class::isInstance)
                .map(Axis.Attained.class::cast);
    }

    private static ImmutableSet<String> shares(String measure, Stream<Level> levels) {
        return levels.anyMatch(Level::share) ? ImmutableSet.of(measure) : ImmutableSet.of();
    }
}
