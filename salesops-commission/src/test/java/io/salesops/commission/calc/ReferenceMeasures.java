package io.salesops.commission.calc;

import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.Axis;
import io.salesops.commission.plan.Bonus;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions.ZeroQuota;
import io.salesops.commission.plan.EarningRule;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.Measure;
import io.salesops.commission.plan.PayCurve;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.RateGrid;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.Quota;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What credits count in each measure, from all of them anew. */
final class ReferenceMeasures {
    private final CommissionPlan plan;
    private final Map<String, Rational> quotas = new HashMap<>();
    private final List<Credit> credits;

    /**
     * One credit in one measure.
     *
     * @param sale the credit that says what it is
     */
    record Count(Credit credit, Credit sale, Rational units) {}

    ReferenceMeasures(CommissionPlan plan, List<Quota> quotas, List<Credit> credits) {
        this.plan = plan;
        this.credits = credits;
        quotas.forEach(quota -> this.quotas.put(quota.measure(), Amounts.exact(quota.amount())));
    }

    /** The measures that the plan's rules name. */
    Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        for (PlanRule rule : plan.rules()) {
            if (rule instanceof EarningRule earning) {
                ids.add(earning.measure());
            }
            if (rule instanceof PlanRule.Tiered tiered) {
                ids.add(tiered.by().orElse(tiered.measure()));
            }
            if (rule instanceof RateGrid grid) {
                if (grid.rows() instanceof Axis.Attained axis) {
                    ids.add(axis.measure());
                }
                if (grid.columns().isPresent() && grid.columns().get() instanceof Axis.Attained axis) {
                    ids.add(axis.measure());
                }
            }
            if (rule instanceof PlanRule.Gate gate) {
                ids.add(gate.measure());
            }
            if (rule instanceof io.salesops.commission.plan.Multiplier multiplier) {
                ids.add(multiplier.measure());
            }
        }
        return ids;
    }

    Rational quota(String id) {
        return quotas.getOrDefault(id, Rational.ZERO);
    }

    Rational total(String id) {
        return counted(id).stream().map(Count::units).reduce(Rational.ZERO, Rational::plus);
    }

    /** The credits that count in a measure, in order. */
    List<Count> counted(String id) {
        Measure measure = plan.measures().stream()
                .filter(defined -> defined.id().equals(id))
                .findFirst()
                .orElseGet(() -> Measure.of(id));
        List<Count> counted = new ArrayList<>();
        if (leftOut(id)) {
            return counted;
        }
        Map<String, Credit> sales = new HashMap<>();
        Map<String, Rational> nets = new HashMap<>();
        for (Credit credit : credits) {
            if (!credit.measure().equals(measure.of())) {
                continue;
            }
            if (!credit.amount().isNegative()) {
                sales.putIfAbsent(credit.source(), credit);
            }
            Credit sale = credit.amount().isNegative() ? sales.getOrDefault(credit.source(), credit) : credit;
            if (measure.when().isPresent() && measure.when().get().test(sale) != Truth.TRUE) {
                continue;
            }
            Rational units = switch (measure.counts()) {
                case AMOUNT -> Amounts.exact(credit.amount());
                case MARGIN -> Amounts.exact(credit.margin().orElseThrow());
                case UNITS -> Rational.of(credit.units().orElseThrow());
                case DEALS -> {
                    boolean before =
                            nets.getOrDefault(credit.source(), Rational.ZERO).signum() > 0;
                    boolean after = nets.merge(credit.source(), Amounts.exact(credit.amount()), Rational::plus)
                                    .signum()
                            > 0;
                    yield Rational.of((after ? 1 : 0) - (before ? 1 : 0));
                }
            };
            counted.add(new Count(credit, sale, units));
        }
        return counted;
    }

    /** A quota of zero that does not count leaves a measure out, unless a rule pays it whatever the attainment. */
    private boolean leftOut(String id) {
        return quota(id).signum() == 0
                && quotas.containsKey(id)
                && plan.conventions().zeroQuota() == ZeroQuota.NOT_COUNTED
                && plan.rules().stream()
                        .noneMatch(rule -> rule instanceof EarningRule earning
                                && earning.measure().equals(id)
                                && !asksQuota(rule));
    }

    /** Whether a rule states levels as shares of a quota. */
    static boolean asksQuota(PlanRule rule) {
        if (rule instanceof PlanRule.Tiered tiered) {
            boolean figures = tiered.tiers().stream()
                    .anyMatch(tier ->
                            tier.upTo().isPresent() && !tier.upTo().get().share());
            return tiered.target().isPresent() || !figures;
        }
        if (rule instanceof Bonus bonus) {
            return bonus.steps().stream().anyMatch(step -> step.level().share());
        }
        if (rule instanceof PayCurve curve) {
            return curve.points().stream().anyMatch(point -> point.at().share());
        }
        if (rule instanceof RateGrid grid) {
            return shares(grid.rows())
                    || (grid.columns().isPresent() && shares(grid.columns().get()));
        }
        return false;
    }

    private static boolean shares(Axis axis) {
        return axis instanceof Axis.Attained attained
                && attained.bounds().stream().anyMatch(Level::share);
    }
}
