package io.salesops.commission.calc;

import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions.Tie;
import io.salesops.commission.plan.Conventions.ZeroQuota;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.Tier;
import io.salesops.core.crm.Quota;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a plan has paid on a set of credits, straight from the definitions: exact ratios, one quota a measure, cliff gates
 * and marginal gates by the length of what lies in each tier, caps as a tree. Slow, and written apart from the engine.
 */
final class ReferenceCommission {
    private final CommissionPlan plan;
    private final Map<String, Rational> quotas = new LinkedHashMap<>();
    private final Map<String, Rational> totals = new LinkedHashMap<>();

    ReferenceCommission(CommissionPlan plan, List<Quota> quotas, List<Credit> credits) {
        this.plan = plan;
        quotas.forEach(quota -> this.quotas.put(quota.measure(), Amounts.exact(quota.amount())));
        credits.forEach(credit -> totals.merge(credit.measure(), Amounts.exact(credit.amount()), Rational::plus));
    }

    /** The running pay after all credits. */
    BigDecimal paid() {
        Map<String, BigDecimal> byRule = new LinkedHashMap<>();
        for (PlanRule rule : plan.rules()) {
            if (rule instanceof PlanRule.Flat flat) {
                byRule.put(
                        flat.id(), round(total(flat.measure()).times(flat.rate().value())));
            } else if (rule instanceof PlanRule.Tiered tiered) {
                byRule.put(tiered.id(), round(tiers(tiered)));
            }
        }
        for (PlanRule rule : plan.rules()) {
            if (rule instanceof PlanRule.Gate gate && !open(gate)) {
                (gate.on().isEmpty() ? List.copyOf(byRule.keySet()) : gate.on())
                        .forEach(id -> byRule.put(id, BigDecimal.ZERO));
            }
        }
        return limited(byRule);
    }

    private Rational tiers(PlanRule.Tiered tiered) {
        Rational total = total(tiered.measure());
        Rational quota = quotas.getOrDefault(tiered.measure(), Rational.ZERO);
        boolean upper = plan.conventions().tie() == Tie.UPPER_TIER;
        if (quota.signum() == 0) {
            if (plan.conventions().zeroQuota() != ZeroQuota.IS_FULL) {
                return Rational.ZERO;
            }
            return total.times(rateAt(tiered.tiers(), Rational.ONE, upper));
        }
        if (tiered.mode() == PlanRule.TierMode.RETROACTIVE) {
            return total.times(rateAt(tiered.tiers(), total.dividedBy(quota), upper));
        }
        Rational paid = Rational.ZERO;
        Rational low = Rational.ZERO;
        for (int i = 0; i < tiered.tiers().size(); i++) {
            Tier tier = tiered.tiers().get(i);
            Rational high = tier.upTo().map(bound -> bound.value().times(quota)).orElse(total.max(low));
            // Refunds beyond all sales run down the first tier.
            Rational from = i == 0 && total.signum() < 0 ? total : low;
            Rational inside = total.signum() < 0 && i == 0
                    ? from
                    : total.min(high).minus(low).max(Rational.ZERO);
            paid = paid.plus(inside.times(tier.rate().value()));
            low = high;
        }
        return paid;
    }

    private static Rational rateAt(List<Tier> tiers, Rational attained, boolean upper) {
        for (Tier tier : tiers) {
            if (tier.upTo().isEmpty()) {
                return tier.rate().value();
            }
            int side = attained.compareTo(tier.upTo().get().value());
            if (side < 0 || (side == 0 && !upper)) {
                return tier.rate().value();
            }
        }
        throw new AssertionError("the last tier has no bound");
    }

    private boolean open(PlanRule.Gate gate) {
        Rational quota = quotas.getOrDefault(gate.measure(), Rational.ZERO);
        if (quota.signum() == 0) {
            return switch (plan.conventions().zeroQuota()) {
                case NOT_COUNTED -> true;
                case IS_ZERO -> false;
                case IS_FULL -> gate.atLeast().value().compareTo(Rational.ONE) <= 0;
            };
        }
        return total(gate.measure()).compareTo(quota.times(gate.atLeast().value())) >= 0;
    }

    /** The least that the caps leave: of each rule that stands alone, and of each cap the limit or what lies within. */
    private BigDecimal limited(Map<String, BigDecimal> byRule) {
        List<PlanRule.Cap> caps = new ArrayList<>();
        for (PlanRule rule : plan.rules()) {
            if (rule instanceof PlanRule.Cap cap) {
                caps.add(cap);
            }
        }
        return within(byRule.keySet(), caps, byRule);
    }

    private static BigDecimal within(Set<String> rules, List<PlanRule.Cap> caps, Map<String, BigDecimal> byRule) {
        Set<String> open = new TreeSet<>(rules);
        BigDecimal sum = BigDecimal.ZERO;
        List<PlanRule.Cap> left = new ArrayList<>(caps);
        while (!left.isEmpty()) {
            PlanRule.Cap widest = left.stream()
                    .max((one, other) -> Integer.compare(
                            on(one, byRule).size(), on(other, byRule).size()))
                    .orElseThrow();
            left.remove(widest);
            Set<String> on = on(widest, byRule);
            List<PlanRule.Cap> inner =
                    left.stream().filter(cap -> on.containsAll(on(cap, byRule))).toList();
            left.removeAll(inner);
            open.removeAll(on);
            sum = sum.add(within(on, inner, byRule).min(widest.limit()));
        }
        for (String rule : open) {
            sum = sum.add(byRule.getOrDefault(rule, BigDecimal.ZERO));
        }
        return sum;
    }

    private static Set<String> on(PlanRule.Cap cap, Map<String, BigDecimal> byRule) {
        return cap.on().isEmpty() ? byRule.keySet() : Set.copyOf(cap.on());
    }

    private Rational total(String measure) {
        return totals.getOrDefault(measure, Rational.ZERO);
    }

    private BigDecimal round(Rational exact) {
        return exact.round(2, plan.rounding().mode());
    }
}
