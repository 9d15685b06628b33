package io.salesops.commission.ledger;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Holdback;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.Release;
import io.salesops.commission.plan.SettlingRule;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.money.Allocation;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says what is held back of what was earned, and when it is released.
 *
 * <p>An amount is split by largest remainder into what each rule holds and what is payable at once, so that nothing is
 * lost; a refund is split as the mirror image. Immutable and thread-safe; O(earned * rules).
 */
public final class HoldSchedule {
    private static final int AT_ONCE = Integer.MAX_VALUE;
    private final HoldPolicy policy;

    private HoldSchedule(HoldPolicy policy) {
        this.policy = policy;
    }

    /**
     * Obtains the schedule of a policy.
     *
     * @throws FindingsException with every finding
     */
    public static HoldSchedule of(HoldPolicy policy) {
        ImmutableList<Finding> findings = check(policy);
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        return new HoldSchedule(policy);
    }

    /** Returns everything that is wrong with a policy: components of which more than all is held, and events of unknown measures; never throws. */
    public static ImmutableList<Finding> check(HoldPolicy policy) {
        Set<String> components = new LinkedHashSet<>();
        policy.rules().forEach(rule -> components.addAll(rule.on()));
        List<Finding> findings = new ArrayList<>();
        if (share(policy.rules().stream().filter(rule -> rule.on().isEmpty()).toList())
                        .compareTo(Rational.ONE)
                > 0) {
            findings.add(over("every component"));
        }
        for (String component : components) {
            if (share(policy.rules().stream()
                                    .filter(rule -> rule.holds(component))
                                    .toList())
                            .compareTo(Rational.ONE)
                    > 0) {
                findings.add(over("component " + component));
            }
        }
        for (int rule = 0; rule < policy.rules().size(); rule++) {
            if (policy.rules().get(rule).release() instanceof Release.Event event
                    && !ReleaseDates.MEASURES.contains(event.measure())) {
                findings.add(Finding.error(
                                "commission.hold.measure",
                                "/rules/" + rule + "/release/measure",
                                "rule releases on " + event.measure() + ", of which no days are known")
                        .maybe("Maybe one of " + ReleaseDates.MEASURES + " was meant."));
            }
        }
        return ImmutableList.copyOf(findings);
    }

    /**
     * Returns everything of which a policy and the holdbacks of a plan together hold more than all, by component of the
     * plan; empty where what is earned can pay for both. It does not repeat what is wrong with either of them alone.
     */
    public static ImmutableList<Finding> check(HoldPolicy policy, CommissionPlan plan) {
        List<Holdback> holdbacks = plan.rules().stream()
                .filter(Holdback.class::isInstance)
                .map(Holdback.class::cast)
                .toList();
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        for (int i = 0; i < plan.rules().size(); i++) {
            PlanRule rule = plan.rules().get(i);
            Rational byPlan = held(holdbacks, rule);
            Rational byPolicy = share(policy.rules().stream()
                    .filter(each -> each.holds(rule.id()))
                    .toList());
            if (!(rule instanceof SettlingRule)
                    && byPlan.compareTo(Rational.ONE) <= 0
                    && byPolicy.compareTo(Rational.ONE) <= 0
                    && byPlan.plus(byPolicy).compareTo(Rational.ONE) > 0) {
                findings.add(Finding.error(
                                "commission.hold.together",
                                "/rules/" + i,
                                "plan " + plan.id() + " version " + plan.version() + " holds "
                                        + new Rate(byPlan) + " of what rule " + rule.id() + " pays, and policy "
                                        + policy.id() + " version " + policy.version() + " holds "
                                        + new Rate(byPolicy) + " of it: together more than 100%")
                        .maybe("Maybe the policy was meant for plans without holdback: name the components it holds."));
            }
        }
        return findings.build();
    }

    /** What holdbacks hold of a rule; of what adjusts pay, only those that hold of everything do. */
    private static Rational held(List<Holdback> holdbacks, PlanRule rule) {
        Rational sum = Rational.ZERO;
        for (Holdback holdback : holdbacks) {
            if (holdback.on().isEmpty() || holdback.on().contains(rule.id())) {
                sum = sum.plus(holdback.share().value());
            }
        }
        return sum;
    }

    private static Finding over(String what) {
        return Finding.error("commission.hold.share", "/rules", "rules hold more than 100% of " + what)
                .maybe("Maybe shares were meant of what other rules leave: state them of the whole.");
    }

    private static Rational share(List<HoldRule> rules) {
        Rational sum = Rational.ZERO;
        for (HoldRule rule : rules) {
            sum = sum.plus(rule.share().value());
        }
        return sum;
    }

    /**
     * Returns the parts that are held back, in the order of what was earned and of the rules; parts of nothing are left out.
     *
     * @param dates the days of each source; a source without entry was neither invoiced nor paid
     * @throws ArithmeticException if an amount has more decimals than the policy's scale
     */
    public ImmutableList<Held> held(Iterable<Earned> earned, Map<String, ReleaseDates> dates) {
        ImmutableMap<String, ReleaseDates> known = ImmutableMap.copyOf(dates);
        ImmutableList.Builder<Held> held = ImmutableList.builder();
        for (Earned each : earned) {
            Allocation<Integer> split = split(each);
            for (int rule = 0; rule < policy.rules().size(); rule++) {
                Allocation.Share share = split.shares().get(rule);
                if (share != null && !share.amount().isZero()) {
                    held.add(Held.builder()
                            .component(each.component())
                            .source(each.source())
                            .origin(each.origin())
                            .rule(new RuleRef(policy.id(), policy.version(), "/rules/" + rule))
                            .amount(share.amount())
                            .releasedOn(known.getOrDefault(each.source(), ReleaseDates.NONE)
                                    .releases(policy.rules().get(rule).release(), each.on()))
                            .build());
                }
            }
        }
        return held.build();
    }

    private Allocation<Integer> split(Earned earned) {
        Map<Integer, Rational> weights = new TreeMap<>();
        Rational rest = Rational.ONE;
        for (int rule = 0; rule < policy.rules().size(); rule++) {
            HoldRule each = policy.rules().get(rule);
            if (each.holds(earned.component())) {
                weights.put(rule, each.share().value());
                rest = rest.minus(each.share().value());
            }
        }
        weights.put(AT_ONCE, rest);
        return Allocation.of(earned.amount(), weights, policy.rounding());
    }

    /**
     * Returns what reserves and releases are to sum to on a day: all that is held is reserved, and what is released by
     * then is released.
     */
    public static ImmutableList<PostingTarget> targets(Iterable<Held> held, LocalDate on) {
        ImmutableList.Builder<PostingTarget> targets = ImmutableList.builder();
        for (Held each : held) {
            targets.add(new PostingTarget(
                    Kind.RESERVE,
                    each.component(),
                    each.source(),
                    each.origin(),
                    each.amount().negate()));
            if (each.isReleased(on)) {
                targets.add(
                        new PostingTarget(Kind.RELEASE, each.component(), each.source(), each.origin(), each.amount()));
            }
        }
        return targets.build();
    }
}
