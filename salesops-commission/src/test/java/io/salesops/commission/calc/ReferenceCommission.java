package io.salesops.commission.calc;

import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.AdjustingRule;
import io.salesops.commission.plan.Clawback;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions.ZeroQuota;
import io.salesops.commission.plan.EarningRule;
import io.salesops.commission.plan.Floor;
import io.salesops.commission.plan.Multiplier;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.ResidualStep;
import io.salesops.commission.plan.Weight;
import io.salesops.core.crm.Quota;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a plan has paid on a set of credits, straight from the definitions: exact ratios, one quota a measure, every figure
 * from all credits anew. Slow, and written apart from the engine.
 */
final class ReferenceCommission {
    private final CommissionPlan plan;
    private final List<Quota> quotas;

    ReferenceCommission(CommissionPlan plan, List<Quota> quotas) {
        this.plan = plan;
        this.quotas = quotas;
    }

    /** The running pay after each of the credits, which come by date and id. */
    List<BigDecimal> paidAfterEach(List<Credit> credits) {
        List<BigDecimal> paid = new ArrayList<>();
        List<Credit> counted = new ArrayList<>();
        Map<String, BigDecimal> earned = new HashMap<>();
        Map<String, Rational> cancelled = new HashMap<>();
        BigDecimal back = BigDecimal.ZERO;
        BigDecimal before = paid(counted);
        for (Credit credit : credits) {
            String source = credit.source();
            Rational booked = counted.stream()
                    .filter(other -> other.source().equals(source))
                    .map(other -> Amounts.exact(other.amount()))
                    .reduce(Rational.ZERO, Rational::plus);
            Optional<Clawback> clawback = partly();
            if (clawback.isPresent()
                    && credit.amount().isNegative()
                    && booked.signum() > 0
                    && counts(credit, counted)) {
                Rational rest = booked.minus(cancelled.getOrDefault(source, Rational.ZERO));
                Rational amount = Amounts.exact(credit.amount()).abs().min(rest);
                cancelled.merge(source, amount, Rational::plus);
                LocalDate first = counted.stream()
                        .filter(other -> other.source().equals(source))
                        .map(Credit::date)
                        .findFirst()
                        .orElseThrow();
                Rational taken = share(clawback.get(), ChronoUnit.MONTHS.between(first, credit.date()))
                        .times(amount.dividedBy(booked))
                        .times(Rational.of(earned.getOrDefault(source, BigDecimal.ZERO)));
                back = back.add(round(taken.negated()));
            } else {
                counted.add(credit);
                BigDecimal after = paid(counted);
                earned.merge(source, after.subtract(before), BigDecimal::add);
                before = after;
            }
            paid.add(before.add(back));
        }
        return paid;
    }

    private Optional<Clawback> partly() {
        return plan.rules().stream()
                .filter(rule -> rule instanceof Clawback clawback && clawback.mode() != Clawback.Mode.RECALCULATE)
                .map(Clawback.class::cast)
                .findFirst();
    }

    private static Rational share(Clawback rule, long months) {
        if (rule.mode() == Clawback.Mode.PRO_RATA) {
            long term = rule.months().orElseThrow();
            return months >= term ? Rational.ZERO : Rational.of(term - months, term);
        }
        for (ResidualStep step : rule.steps()) {
            if (months + 1 <= step.upToMonth().orElseThrow()) {
                return step.rate().value();
            }
        }
        return Rational.ZERO;
    }

    private boolean counts(Credit credit, List<Credit> before) {
        List<Credit> with = new ArrayList<>(before);
        with.add(credit);
        ReferenceMeasures measures = new ReferenceMeasures(plan, quotas, with);
        return measures.ids().stream()
                .anyMatch(id -> measures.counted(id).stream()
                        .anyMatch(count -> count.credit().equals(credit)));
    }

    private BigDecimal paid(List<Credit> credits) {
        ReferenceMeasures measures = new ReferenceMeasures(plan, quotas, credits);
        ReferenceRules rules = new ReferenceRules(plan, measures);
        Map<String, BigDecimal> byRule = new LinkedHashMap<>();
        for (PlanRule rule : plan.rules()) {
            if (rule instanceof EarningRule earning) {
                byRule.put(rule.id(), round(earning.match(rules)));
            }
        }
        for (PlanRule rule : plan.rules()) {
            if (rule instanceof PlanRule.Gate gate && !open(gate, measures)) {
                on(gate, byRule).forEach(id -> byRule.put(id, BigDecimal.ZERO));
            }
        }
        for (PlanRule rule : plan.rules()) {
            if (rule instanceof Weight weight) {
                on(weight, byRule)
                        .forEach(id -> byRule.computeIfPresent(
                                id,
                                (key, pay) -> round(
                                        Rational.of(pay).times(weight.share().value()))));
            }
            if (rule instanceof Multiplier multiplier) {
                Rational factor = factor(multiplier, measures, rules);
                on(multiplier, byRule)
                        .forEach(id -> byRule.computeIfPresent(
                                id, (key, pay) -> round(Rational.of(pay).times(factor))));
            }
        }
        List<AdjustingRule> limits = new ArrayList<>();
        for (PlanRule rule : plan.rules()) {
            if (rule instanceof PlanRule.Cap || rule instanceof Floor) {
                limits.add((AdjustingRule) rule);
            }
        }
        return within(byRule.keySet(), limits, byRule);
    }

    private Rational factor(Multiplier multiplier, ReferenceMeasures measures, ReferenceRules rules) {
        boolean shares = multiplier.tiers().stream()
                .anyMatch(tier -> tier.upTo().isPresent() && tier.upTo().get().share());
        Rational quota = measures.quota(multiplier.measure());
        if (shares && quota.signum() == 0 && plan.conventions().zeroQuota() == ZeroQuota.NOT_COUNTED) {
            return Rational.ONE;
        }
        return rules.at(multiplier.tiers(), multiplier.measure(), measures.total(multiplier.measure()))
                .rate()
                .value();
    }

    private boolean open(PlanRule.Gate gate, ReferenceMeasures measures) {
        if (!gate.atLeast().share()) {
            return measures.total(gate.measure()).compareTo(gate.atLeast().value()) >= 0;
        }
        Rational quota = measures.quota(gate.measure());
        if (quota.signum() == 0) {
            return switch (plan.conventions().zeroQuota()) {
                case NOT_COUNTED -> true;
                case IS_ZERO -> false;
                case IS_FULL -> gate.atLeast().value().compareTo(Rational.ONE) <= 0;
            };
        }
        return measures.total(gate.measure())
                        .compareTo(quota.times(gate.atLeast().value()))
                >= 0;
    }

    /** What limits leave: of each rule that stands alone, and of each limit what lies within, limited. */
    private static BigDecimal within(Set<String> rules, List<AdjustingRule> limits, Map<String, BigDecimal> byRule) {
        Set<String> open = new TreeSet<>(rules);
        BigDecimal sum = BigDecimal.ZERO;
        List<AdjustingRule> left = new ArrayList<>(limits);
        while (!left.isEmpty()) {
            AdjustingRule widest = left.get(0);
            for (AdjustingRule limit : left) {
                int more = on(limit, byRule).size() - on(widest, byRule).size();
                if (more > 0 || (more == 0 && limit instanceof PlanRule.Cap && widest instanceof Floor)) {
                    widest = limit;
                }
            }
            left.remove(widest);
            Set<String> on = on(widest, byRule);
            List<AdjustingRule> inner = left.stream()
                    .filter(limit -> on.containsAll(on(limit, byRule)))
                    .toList();
            left.removeAll(inner);
            open.removeAll(on);
            BigDecimal pay = within(on, inner, byRule);
            if (widest instanceof Floor floor) {
                pay = pay.signum() > 0 ? pay.max(floor.amount()) : pay;
            } else {
                pay = pay.min(((PlanRule.Cap) widest).limit());
            }
            sum = sum.add(pay);
        }
        for (String rule : open) {
            sum = sum.add(byRule.getOrDefault(rule, BigDecimal.ZERO));
        }
        return sum;
    }

    private static Set<String> on(AdjustingRule rule, Map<String, BigDecimal> byRule) {
        return rule.on().isEmpty() ? Set.copyOf(byRule.keySet()) : Set.copyOf(rule.on());
    }

    private BigDecimal round(Rational exact) {
        return exact.round(2, plan.rounding().mode());
    }
}
