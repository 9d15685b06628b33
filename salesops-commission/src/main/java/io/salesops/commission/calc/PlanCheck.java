package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.salesops.commission.plan.AdjustingRule;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.EarningRule;
import io.salesops.commission.plan.Floor;
import io.salesops.commission.plan.Measure;
import io.salesops.commission.plan.PlanFunctions;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.SettlingRule;
import io.salesops.core.finding.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds everything that keeps a plan from being calculated, and what is worth a second look. */
final class PlanCheck implements PlanRule.Cases<ImmutableList<Finding>> {
    private final CommissionPlan plan;
    private final PlanFunctions functions;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, EarningRule> payers = new LinkedHashMap<>();
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private String path = "";

    private PlanCheck(CommissionPlan plan, PlanFunctions functions) {
        this.plan = plan;
        this.functions = functions;
        for (PlanRule rule : plan.rules()) {
            if (rule instanceof EarningRule earning) {
                payers.putIfAbsent(rule.id(), earning);
            }
        }
        plan.measures().forEach(measure -> measures.putIfAbsent(measure.id(), measure));
    }

    static ImmutableList<Finding> check(CommissionPlan plan, PlanFunctions functions) {
        return new PlanCheck(plan, functions).findings();
    }

    private ImmutableList<Finding> findings() {
        if (plan.effective().isEmpty()) {
            error(
                    "commission.plan.period",
                    "/effective",
                    "plan " + plan.id() + " ends before it starts: " + plan.effective(),
                    "Maybe before is the last day; it must be the day after.");
        }
        if (payers.isEmpty()) {
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
        measures();
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
            findings.addAll(rule.match(this));
        }
        findings.addAll(OverlapCheck.of(plan, this::measure));
        findings.addAll(CarryCheck.of(plan));
        limits();
        return ImmutableList.copyOf(findings);
    }

    private void measures() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < plan.measures().size(); i++) {
            Measure measure = plan.measures().get(i);
            if (!seen.add(measure.id())) {
                error(
                        "commission.measure.duplicate",
                        "/measures/" + i + "/id",
                        "measure '" + measure.id() + "' is defined twice",
                        "Maybe one of them has another name.");
            }
            if (measure.function()
                    .filter(name -> !functions.measures().containsKey(name))
                    .isPresent()) {
                error(
                        "commission.function.unknown",
                        "/measures/" + i + "/function",
                        "there is no function '" + measure.function().get() + "' that counts",
                        "Maybe register it with the calculator: "
                                + functions.measures().keySet() + ".");
            }
        }
    }

    @Override
    public ImmutableList<Finding> earns(EarningRule rule) {
        return rule.match(new EarningCheck(path, new PayCheck(this::measure, plan), functions));
    }

    @Override
    public ImmutableList<Finding> adjusts(AdjustingRule rule) {
        return rule.match(new AdjustingCheck(plan, path, payers));
    }

    @Override
    public ImmutableList<Finding> settles(SettlingRule rule) {
        return rule.match(new SettlingCheck(plan, path, payers.keySet()));
    }

    private Measure measure(String id) {
        Measure defined = measures.get(id);
        return defined == null ? Measure.of(id) : defined;
    }

    /** Limits over the same pay must be nested, else it is open which of them acts first. */
    private void limits() {
        Map<String, Set<String>> limits = new LinkedHashMap<>();
        Map<Set<String>, BigDecimal> floors = new HashMap<>();
        for (int i = 0; i < plan.rules().size(); i++) {
            PlanRule rule = plan.rules().get(i);
            if (!(rule instanceof PlanRule.Cap || rule instanceof Floor)) {
                continue;
            }
            Set<String> on = Set.copyOf(Program.on(((AdjustingRule) rule).on(), payers.keySet()));
            for (Map.Entry<String, Set<String>> other : limits.entrySet()) {
                Set<String> common = Sets.intersection(on, other.getValue());
                if (!common.isEmpty() && !common.equals(on) && !common.equals(other.getValue())) {
                    error(
                            "commission.cap.overlap",
                            "/rules/" + i + "/on",
                            "limits " + other.getKey() + " and " + rule.id() + " share rules " + common
                                    + ", but neither lies within the other",
                            "Maybe limit the shared rules by one of their own.");
                }
            }
            limits.put(rule.id(), on);
            if (rule instanceof Floor floor) {
                floors.put(on, floor.amount());
            }
        }
        for (int i = 0; i < plan.rules().size(); i++) {
            if (plan.rules().get(i) instanceof PlanRule.Cap cap) {
                BigDecimal floor = floors.get(Set.copyOf(Program.on(cap.on(), payers.keySet())));
                if (floor != null && floor.compareTo(cap.limit()) > 0) {
                    error(
                            "commission.floor.aboveCap",
                            "/rules/" + i + "/limit",
                            "cap " + cap.id() + " of " + cap.limit() + " is below the floor of " + floor
                                    + " on the same rules",
                            "Maybe the two changed places.");
                }
            }
        }
    }

    private void error(String code, String at, String message, String remedy) {
        findings.add(Finding.error(code, at, message).maybe(remedy));
    }
}
