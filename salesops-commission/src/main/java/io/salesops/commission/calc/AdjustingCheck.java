package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.AdjustingRule;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.EarningRule;
import io.salesops.commission.plan.Floor;
import io.salesops.commission.plan.Multiplier;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.PlanRule.GateMode;
import io.salesops.commission.plan.PlanRule.TierMode;
import io.salesops.commission.plan.Weight;
import io.salesops.core.finding.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds what is wrong with one rule that changes what others pay; one object for each rule. */
final class AdjustingCheck implements AdjustingRule.Kinds<ImmutableList<Finding>> {
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final CommissionPlan plan;
    private final String path;
    private final Map<String, EarningRule> payers;
    private final List<Finding> findings = new ArrayList<>();

    AdjustingCheck(CommissionPlan plan, String path, Map<String, EarningRule> payers) {
        this.plan = plan;
        this.path = path;
        this.payers = payers;
    }

    @Override
    public ImmutableList<Finding> gate(PlanRule.Gate gate) {
        on(gate.on(), payers.keySet(), path, findings);
        if (gate.atLeast().value().signum() <= 0) {
            error(
                    "commission.gate.bound",
                    path + "/atLeast",
                    "gate " + gate.id() + " must open above 0%: " + gate.atLeast(),
                    "Maybe it is not needed.");
        }
        if (gate.mode().orElse(plan.conventions().gate()) == GateMode.MARGINAL) {
            for (String id : Program.on(gate.on(), payers.keySet())) {
                EarningRule payer = payers.get(id);
                if (payer != null) {
                    marginal(gate, payer);
                }
            }
        }
        return ImmutableList.copyOf(findings);
    }

    /** What is never paid must have a place on the measure that is paid. */
    private void marginal(PlanRule.Gate gate, EarningRule payer) {
        if (!payer.measure().equals(gate.measure())) {
            error(
                    "commission.gate.measure",
                    path + "/measure",
                    "marginal gate " + gate.id() + " on measure " + gate.measure() + " cannot gate rule " + payer.id()
                            + " on measure " + payer.measure()
                            + ": what is never paid has no place on another measure",
                    "Maybe it is a cliff gate.");
            return;
        }
        boolean tiers = payer instanceof PlanRule.Tiered tiered
                && tiered.moving().equals(tiered.measure())
                && tiered.mode() != TierMode.BY_CUMULATIVE
                && tiered.mode() != TierMode.INTERPOLATED;
        if (!tiers && !(payer instanceof PlanRule.Flat)) {
            error(
                    "commission.gate.kind",
                    path + "/on",
                    "marginal gate " + gate.id() + " cannot gate rule " + payer.id()
                            + ", whose pay is no function of the running total of one measure",
                    "Maybe it is a cliff gate.");
        }
    }

    @Override
    public ImmutableList<Finding> cap(PlanRule.Cap cap) {
        on(cap.on(), payers.keySet(), path, findings);
        amount("limit of cap " + cap.id(), "commission.cap", cap.limit(), path + "/limit", plan, findings);
        return ImmutableList.copyOf(findings);
    }

    @Override
    public ImmutableList<Finding> floor(Floor floor) {
        on(floor.on(), payers.keySet(), path, findings);
        amount("amount of floor " + floor.id(), "commission.cap", floor.amount(), path + "/amount", plan, findings);
        return ImmutableList.copyOf(findings);
    }

    @Override
    public ImmutableList<Finding> multiplier(Multiplier multiplier) {
        on(multiplier.on(), payers.keySet(), path, findings);
        TierCheck.tiers(multiplier.id(), multiplier.tiers(), path, findings);
        for (int i = 0; i < multiplier.tiers().size(); i++) {
            var tier = multiplier.tiers().get(i);
            if (tier.rate().value().signum() < 0) {
                error(
                        "commission.rate.negative",
                        path + "/tiers/" + i + "/rate",
                        "factor of " + multiplier.id() + " must not be negative: " + tier.rate(),
                        "Maybe the sign is wrong.");
            }
            if (!tier.rate().share() || tier.mode().isPresent()) {
                error(
                        "commission.rate.unit",
                        path + "/tiers/" + i,
                        "factor of " + multiplier.id() + " must be a share that holds for all pay: " + tier.rate(),
                        "Maybe write it in percent, without mode.");
            }
        }
        return ImmutableList.copyOf(findings);
    }

    @Override
    public ImmutableList<Finding> weight(Weight weight) {
        on(weight.on(), payers.keySet(), path, findings);
        if (weight.share().signum() < 0) {
            error(
                    "commission.rate.negative",
                    path + "/share",
                    "weight " + weight.id() + " must not be negative: " + weight.share(),
                    "Maybe the sign is wrong.");
        }
        return ImmutableList.copyOf(findings);
    }

    static void on(List<String> ids, Iterable<String> payers, String path, List<Finding> findings) {
        List<String> known = ImmutableList.copyOf(payers);
        for (int i = 0; i < ids.size(); i++) {
            if (!known.contains(ids.get(i))) {
                findings.add(Finding.error(
                                "commission.rule.unknown",
                                path + "/on/" + i,
                                "there is no rule '" + ids.get(i) + "' that pays")
                        .maybe("Maybe it is one of " + known + "."));
            }
        }
    }

    /** An amount that limits pay must be one that can be paid. */
    static void amount(
            String what, String code, BigDecimal amount, String at, CommissionPlan plan, List<Finding> findings) {
        if (amount.signum() < 0) {
            findings.add(
                    Finding.error(code + ".negative", at, what + " must not be negative: " + amount.toPlainString())
                            .maybe("Maybe the sign is wrong."));
        }
        int decimals = plan.rounding().scale().orElse(plan.currency().getDefaultFractionDigits());
        if (decimals >= 0 && amount.scale() > decimals) {
            findings.add(
                    Finding.error(code + ".scale", at, what + " has more decimals than pay: " + amount.toPlainString())
                            .maybe("Maybe round it to " + decimals + " decimals."));
        }
        if (isTooLarge(amount, decimals)) {
            findings.add(Finding.error(
                            code + ".range",
                            at,
                            what + " needs more than 63 bits in minor units: " + amount.toPlainString())
                    .maybe("Maybe leave it out, if there is to be no limit."));
        }
    }

    /** Whether an amount of so many decimals is none that can be paid. */
    static boolean isTooLarge(BigDecimal amount, int decimals) {
        return amount.abs().movePointRight(Math.max(0, decimals)).compareTo(MOST) > 0;
    }

    private void error(String code, String at, String message, String remedy) {
        findings.add(Finding.error(code, at, message).maybe(remedy));
    }
}
