package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.commission.credit.CreditConverter;
import io.salesops.commission.plan.AdjustingRule;
import io.salesops.commission.plan.Clawback;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.EarningRule;
import io.salesops.commission.plan.Floor;
import io.salesops.commission.plan.Holdback;
import io.salesops.commission.plan.Measure;
import io.salesops.commission.plan.PlanFunctions;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.RateGrid;
import io.salesops.commission.plan.Release;
import io.salesops.commission.plan.Residual;
import io.salesops.commission.plan.SettlingRule;
import io.salesops.commission.plan.TeamOverride;
import io.salesops.core.explain.RuleRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan compiled for calculation: what is counted, and its rules by the part they play, in the order in which they act.
 *
 * @param converter brings credits into the plan's currency; absent where the plan does not say by which day
 * @param measures what is counted, in the order in which the rules name it
 * @param byName the positions of the measures that take the credits of a name
 * @param needsQuota the positions of the measures whose attainment a rule asks for
 * @param payers the rules that earn
 * @param gates in the plan's order
 * @param scalers multipliers and weights, in the plan's order
 * @param limits floors and caps, narrow ones first, a floor before the cap on the same rules
 * @param settlers draws and guarantees, in the plan's order
 * @param releasing the measures whose credits release what was held back
 */
record Program(
        CommissionPlan plan,
        PlanFunctions functions,
        Optional<CreditConverter> converter,
        ImmutableList<Measure> measures,
        ImmutableMap<String, ImmutableList<Integer>> byName,
        ImmutableSet<Integer> needsQuota,
        ImmutableList<Part<EarningRule>> payers,
        ImmutableList<Part<PlanRule.Gate>> gates,
        ImmutableList<Part<AdjustingRule>> scalers,
        ImmutableList<Part<AdjustingRule>> limits,
        ImmutableList<Part<SettlingRule>> settlers,
        ImmutableList<Part<Holdback>> holdbacks,
        Optional<Part<Clawback>> clawback,
        ImmutableSet<String> releasing) {

    /**
     * A rule in its place.
     *
     * @param rule the rule
     * @param ref where it stands
     * @param measure the position of its measure; -1 where it has none
     * @param on the positions of the payers on which it acts
     */
    record Part<R extends PlanRule>(R rule, RuleRef ref, int measure, ImmutableSet<Integer> on) {}

    static Program of(CommissionPlan plan, PlanFunctions functions) {
        Map<String, Measure> measures = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>();
        for (PlanRule rule : plan.rules()) {
            if (rule instanceof EarningRule earning) {
                ids.add(earning.id());
                RuleMeasures.of(rule).forEach(id -> measures.computeIfAbsent(id, key -> defined(plan, key)));
            }
        }
        for (PlanRule rule : plan.rules()) {
            RuleMeasures.of(rule).forEach(id -> measures.computeIfAbsent(id, key -> defined(plan, key)));
        }
        ImmutableList<String> ordered = ImmutableList.copyOf(measures.keySet());
        ImmutableSet.Builder<Integer> needsQuota = ImmutableSet.builder();
        ImmutableList.Builder<Part<EarningRule>> payers = ImmutableList.builder();
        ImmutableList.Builder<Part<PlanRule.Gate>> gates = ImmutableList.builder();
        ImmutableList.Builder<Part<AdjustingRule>> scalers = ImmutableList.builder();
        List<Part<AdjustingRule>> limits = new ArrayList<>();
        ImmutableList.Builder<Part<SettlingRule>> settlers = ImmutableList.builder();
        ImmutableList.Builder<Part<Holdback>> holdbacks = ImmutableList.builder();
        ImmutableSet.Builder<String> releasing = ImmutableSet.builder();
        Optional<Part<Clawback>> clawback = Optional.empty();
        for (int i = 0; i < plan.rules().size(); i++) {
            PlanRule rule = plan.rules().get(i);
            RuleRef ref = new RuleRef(plan.id().value(), plan.version(), "/rules/" + i);
            RuleMeasures.needingQuota(rule).forEach(id -> needsQuota.add(ordered.indexOf(id)));
            if (rule instanceof EarningRule earning) {
                payers.add(new Part<>(earning, ref, ordered.indexOf(earning.measure()), ImmutableSet.of()));
            } else if (rule instanceof PlanRule.Gate gate) {
                gates.add(new Part<>(gate, ref, ordered.indexOf(gate.measure()), positions(gate.on(), ids)));
            } else if (rule instanceof AdjustingRule adjusting) {
                int measure = RuleMeasures.of(rule).stream()
                        .findFirst()
                        .map(ordered::indexOf)
                        .orElse(-1);
                Part<AdjustingRule> part = new Part<>(adjusting, ref, measure, positions(adjusting.on(), ids));
                if (adjusting instanceof PlanRule.Cap || adjusting instanceof Floor) {
                    limits.add(part);
                } else {
                    scalers.add(part);
                }
            } else if (rule instanceof Holdback holdback) {
                holdbacks.add(new Part<>(holdback, ref, -1, positions(holdback.on(), ids)));
                if (holdback.release() instanceof Release.Event event) {
                    releasing.add(event.measure());
                }
            } else if (rule instanceof Clawback back) {
                clawback = back.mode() == Clawback.Mode.RECALCULATE
                        ? clawback
                        : Optional.of(new Part<>(back, ref, -1, ImmutableSet.of()));
            } else if (rule instanceof SettlingRule settling) {
                settlers.add(new Part<>(settling, ref, -1, ImmutableSet.of()));
            }
        }
        limits.sort(
                Comparator.<Part<AdjustingRule>>comparingInt(limit -> limit.on().size())
                        .thenComparing(limit -> limit.rule() instanceof PlanRule.Cap));
        return new Program(
                plan,
                functions,
                CreditConverter.forPlan(plan),
                ImmutableList.copyOf(measures.values()),
                byName(ImmutableList.copyOf(measures.values())),
                needsQuota.build(),
                payers.build(),
                gates.build(),
                scalers.build(),
                ImmutableList.copyOf(limits),
                settlers.build(),
                holdbacks.build(),
                clawback,
                releasing.build());
    }

    private static Measure defined(CommissionPlan plan, String id) {
        return plan.measures().stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .orElseGet(() -> Measure.of(id));
    }

    private static ImmutableMap<String, ImmutableList<Integer>> byName(List<Measure> measures) {
        Map<String, List<Integer>> byName = new LinkedHashMap<>();
        for (int i = 0; i < measures.size(); i++) {
            byName.computeIfAbsent(measures.get(i).of(), key -> new ArrayList<>())
                    .add(i);
        }
        ImmutableMap.Builder<String, ImmutableList<Integer>> built = ImmutableMap.builder();
        byName.forEach((name, positions) -> built.put(name, ImmutableList.copyOf(positions)));
        return built.buildOrThrow();
    }

    private static ImmutableSet<Integer> positions(List<String> on, List<String> ids) {
        return on(on, ids).stream().map(ids::indexOf).collect(ImmutableSet.toImmutableSet());
    }

    /** Returns the rules on which a rule acts: those it names, or all. */
    static ImmutableList<String> on(List<String> named, Collection<String> all) {
        return ImmutableList.copyOf(named.isEmpty() ? all : named);
    }

    /** Whether a rule asks for the deal, and not for totals. */
    boolean asksDeals() {
        return clawback.isPresent() || !holdbacks.isEmpty();
    }

    /** Whether it matters to which sale a refund belongs: where conditions, months or what was paid below are asked. */
    boolean asksOrigin() {
        return measures.stream().anyMatch(measure -> measure.when().isPresent())
                || payers.stream()
                        .map(Part::rule)
                        .anyMatch(rule ->
                                rule instanceof RateGrid || rule instanceof Residual || rule instanceof TeamOverride);
    }

    /** Whether what a credit counts does not depend on other credits. */
    boolean countsAlone() {
        return !asksOrigin() && measures.stream().noneMatch(measure -> measure.counts() == Measure.Counts.DEALS);
    }

    /** Returns the position of a measure, or -1. */
    int measure(String id) {
        for (int i = 0; i < measures.size(); i++) {
            if (measures.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
