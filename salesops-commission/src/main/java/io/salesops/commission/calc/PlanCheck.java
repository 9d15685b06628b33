package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.PlanRule.GateMode;
import io.salesops.commission.plan.Tier;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds everything that keeps a plan from being calculated, and what is worth a second look. */
final class PlanCheck implements PlanRule.Cases<Void> {
    private final CommissionPlan plan;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> measureOfPayer = new LinkedHashMap<>();
    private String path = "";

    private PlanCheck(CommissionPlan plan) {
        this.plan = plan;
        for (PlanRule rule : plan.rules()) {
            Payer.measure(rule).ifPresent(measure -> measureOfPayer.putIfAbsent(rule.id(), measure));
        }
    }

    static ImmutableList<Finding> check(CommissionPlan plan) {
        return new PlanCheck(plan).findings();
    }

    private ImmutableList<Finding> findings() {
        if (plan.effective().isEmpty()) {
            error(
                    "commission.plan.period",
                    "/effective",
                    "plan " + plan.id() + " ends before it starts: " + plan.effective(),
                    "Maybe before is the last day; it must be the day after.");
        }
        if (measureOfPayer.isEmpty()) {
            error(
                    "commission.plan.empty",
                    "/rules",
                    "plan " + plan.id() + " has no rule that pays",
                    "Maybe add a flat or a tiered rule.");
        }
        if (plan.rounding().scale().isEmpty() && plan.currency().getDefaultFractionDigits() < 0) {
            error(
                    "commission.plan.scale",
                    "/rounding/scale",
                    "currency " + plan.currency() + " has no minor units",
                    "Maybe state the scale.");
        }
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < plan.rules().size(); i++) {
            PlanRule rule = plan.rules().get(i);
            path = "/rules/" + i;
            Integer other = first.putIfAbsent(rule.id(), i);
            if (other != null) {
                error(
                        "commission.rule.duplicate",
                        path + "/id",
                        "rule id '" + rule.id() + "' is used by /rules/" + other + " as well",
                        "Maybe two versions of one rule are in the plan.");
            }
            if (rule.id().isBlank()) {
                error(
                        "commission.rule.id",
                        path + "/id",
                        "rule id must not be blank: '" + rule.id() + "'",
                        "Maybe name it after what it pays for.");
            }
            rule.match(this);
        }
        overlaps();
        caps();
        return ImmutableList.copyOf(findings);
    }

    @Override
    public Void flat(PlanRule.Flat flat) {
        rate(flat.rate(), path + "/rate");
        return null; // the only value of Void
    }

    @Override
    public Void tiered(PlanRule.Tiered tiered) {
        if (tiered.tiers().isEmpty()) {
            error(
                    "commission.tier.none",
                    path + "/tiers",
                    "rule " + tiered.id() + " has no tiers",
                    "Maybe it is a flat rule.");
        }
        Rate bound = Rate.ZERO;
        boolean ended = false;
        for (int i = 0; i < tiered.tiers().size(); i++) {
            Tier tier = tiered.tiers().get(i);
            String at = path + "/tiers/" + i;
            rate(tier.rate(), at + "/rate");
            if (ended) {
                error(
                        "commission.tier.afterUnbounded",
                        at,
                        "tier " + (i + 1) + " of rule " + tiered.id() + " stands after the tier without bound",
                        "Maybe a bound is missing above it.");
                return null; // the only value of Void
            }
            ended = tier.upTo().isEmpty();
            if (!ended) {
                Rate next = tier.upTo().orElseThrow();
                if (next.compareTo(bound) <= 0) {
                    error(
                            "commission.tier.order",
                            at + "/upTo",
                            "bounds of rule " + tiered.id() + " must ascend from above 0%: " + next + " follows "
                                    + bound,
                            "Maybe two tiers changed places.");
                }
                bound = next;
            }
        }
        if (!ended && !tiered.tiers().isEmpty()) {
            error(
                    "commission.tier.gap",
                    path + "/tiers",
                    "rule " + tiered.id() + " has no rate beyond " + bound,
                    "Maybe add a last tier without bound; its rate is 0% where nothing is paid.");
        }
        return null; // the only value of Void
    }

    @Override
    public Void gate(PlanRule.Gate gate) {
        on(gate.on());
        if (gate.atLeast().signum() <= 0) {
            error(
                    "commission.gate.bound",
                    path + "/atLeast",
                    "gate " + gate.id() + " must open above 0%: " + gate.atLeast(),
                    "Maybe it is not needed.");
        }
        for (String payer : Payer.on(gate.on(), measureOfPayer.keySet())) {
            String measure = measureOfPayer.getOrDefault(payer, gate.measure());
            if (gate.mode() == GateMode.MARGINAL && !measure.equals(gate.measure())) {
                error(
                        "commission.gate.measure",
                        path + "/measure",
                        "marginal gate " + gate.id() + " on measure " + gate.measure() + " cannot gate rule " + payer
                                + " on measure " + measure + ": what is never paid has no place on another measure",
                        "Maybe it is a cliff gate.");
            }
        }
        return null; // the only value of Void
    }

    @Override
    public Void cap(PlanRule.Cap cap) {
        on(cap.on());
        if (cap.limit().signum() < 0) {
            error(
                    "commission.cap.negative",
                    path + "/limit",
                    "limit of cap " + cap.id() + " must not be negative: "
                            + cap.limit().toPlainString(),
                    "Maybe the sign is wrong.");
        }
        int decimals = plan.rounding().scale().orElse(plan.currency().getDefaultFractionDigits());
        if (decimals >= 0 && cap.limit().scale() > decimals) {
            error(
                    "commission.cap.scale",
                    path + "/limit",
                    "limit of cap " + cap.id() + " has more decimals than pay: "
                            + cap.limit().toPlainString(),
                    "Maybe round it to " + decimals + " decimals.");
        }
        return null; // the only value of Void
    }

    private void on(List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            if (!measureOfPayer.containsKey(ids.get(i))) {
                error(
                        "commission.rule.unknown",
                        path + "/on/" + i,
                        "there is no rule '" + ids.get(i) + "' that pays",
                        "Maybe it is one of " + measureOfPayer.keySet() + ".");
            }
        }
    }

    private void rate(Rate rate, String at) {
        if (rate.signum() < 0) {
            error("commission.rate.negative", at, "rate must not be negative: " + rate, "Maybe the sign is wrong.");
        }
    }

    /** Two rules that pay for one credit may be meant, so they are worth a warning and no more. */
    private void overlaps() {
        Map<String, String> payerOf = new HashMap<>();
        measureOfPayer.forEach((payer, measure) -> {
            String other = payerOf.putIfAbsent(measure, payer);
            if (other != null) {
                findings.add(Finding.warning(
                                "commission.rule.overlap",
                                "/rules",
                                "rules " + other + " and " + payer + " both pay for measure " + measure)
                        .maybe("Maybe one of them belongs to another measure; if both are meant, nothing is wrong."));
            }
        });
    }

    /** Caps over the same pay must be nested, else it is open which of them takes first. */
    private void caps() {
        Map<String, Set<String>> caps = new LinkedHashMap<>();
        for (int i = 0; i < plan.rules().size(); i++) {
            if (plan.rules().get(i) instanceof PlanRule.Cap cap) {
                Set<String> on = Set.copyOf(Payer.on(cap.on(), measureOfPayer.keySet()));
                for (Map.Entry<String, Set<String>> other : caps.entrySet()) {
                    Set<String> common = Sets.intersection(on, other.getValue());
                    if (!common.isEmpty() && !common.equals(on) && !common.equals(other.getValue())) {
                        error(
                                "commission.cap.overlap",
                                "/rules/" + i + "/on",
                                "caps " + other.getKey() + " and " + cap.id() + " share rules " + common
                                        + ", but neither lies within the other",
                                "Maybe limit the shared rules by a cap of their own.");
                    }
                }
                caps.put(cap.id(), on);
            }
        }
    }

    private void error(String code, String at, String message, String remedy) {
        findings.add(Finding.error(code, at, message).maybe(remedy));
    }
}
