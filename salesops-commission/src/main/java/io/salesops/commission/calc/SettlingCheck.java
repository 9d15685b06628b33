package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.Clawback;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Draw;
import io.salesops.commission.plan.Guarantee;
import io.salesops.commission.plan.Holdback;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.ResidualStep;
import io.salesops.commission.plan.SettlingRule;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rate;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong with one rule on paying out; one object for each rule. */
final class SettlingCheck implements SettlingRule.Kinds<ImmutableList<Finding>> {
    private static final LocalDate SOME_DAY = LocalDate.of(2024, 1, 1);

    private final CommissionPlan plan;
    private final String path;
    private final Iterable<String> payers;
    private final List<Finding> findings = new ArrayList<>();

    SettlingCheck(CommissionPlan plan, String path, Iterable<String> payers) {
        this.plan = plan;
        this.path = path;
        this.payers = payers;
    }

    @Override
    public ImmutableList<Finding> draw(Draw draw) {
        periodic(draw.id(), draw.amount(), draw.every(), draw.effective());
        return ImmutableList.copyOf(findings);
    }

    @Override
    public ImmutableList<Finding> guarantee(Guarantee guarantee) {
        periodic(guarantee.id(), guarantee.amount(), guarantee.every(), guarantee.effective());
        return ImmutableList.copyOf(findings);
    }

    private void periodic(String id, BigDecimal amount, Period every, Optional<DateRange> effective) {
        AdjustingCheck.amount("amount of " + id, "commission.draw", amount, path + "/amount", plan, findings);
        if (!SOME_DAY.plus(every).isAfter(SOME_DAY)) {
            error(
                    "commission.draw.every",
                    path + "/every",
                    "periods of " + id + " must have days: " + every,
                    "Maybe P1M, for a month.");
        }
        boolean first = plan.effective().from().isPresent()
                || effective.flatMap(DateRange::from).isPresent();
        if (!first) {
            error(
                    "commission.draw.start",
                    path + "/effective",
                    "neither plan " + plan.id() + " nor " + id + " has a first day from which its periods count",
                    "Maybe state the first day of the plan.");
        }
    }

    @Override
    public ImmutableList<Finding> holdback(Holdback holdback) {
        AdjustingCheck.on(holdback.on(), payers, path, findings);
        if (holdback.share().signum() <= 0 || holdback.share().compareTo(Rate.ONE) > 0) {
            error(
                    "commission.holdback.share",
                    path + "/share",
                    "share of holdback " + holdback.id() + " must be above 0% and up to 100%: " + holdback.share(),
                    "Maybe it is not needed.");
        }
        together(holdback);
        return ImmutableList.copyOf(findings);
    }

    /** With the holdbacks before it, it must not hold more of a rule than that pays; said of the first such rule. */
    private void together(Holdback holdback) {
        List<Holdback> upTo = plan.rules().stream()
                .filter(Holdback.class::isInstance)
                .map(Holdback.class::cast)
                .toList();
        upTo = upTo.subList(0, upTo.indexOf(holdback) + 1);
        for (String payer : payers) {
            List<Holdback> on = upTo.stream()
                    .filter(each -> each.on().isEmpty() || each.on().contains(payer))
                    .toList();
            Rate sum = on.stream().map(Holdback::share).reduce(Rate.ZERO, Rate::plus);
            if (on.size() > 1 && on.contains(holdback) && sum.compareTo(Rate.ONE) > 0) {
                error(
                        "commission.holdback.together",
                        path + "/share",
                        "holdbacks " + on.stream().map(Holdback::id).toList() + " hold " + sum + " of what rule "
                                + payer + " pays",
                        "Maybe shares were meant of what other holdbacks leave: state them of the whole.");
                return;
            }
        }
    }

    @Override
    public ImmutableList<Finding> clawback(Clawback clawback) {
        long others = plan.rules().stream().filter(Clawback.class::isInstance).count();
        if (others > 1) {
            error(
                    "commission.clawback.several",
                    path,
                    "plan " + plan.id() + " has " + others + " clawbacks, but a cancellation can follow one only: "
                            + plan.rules().stream()
                                    .filter(Clawback.class::isInstance)
                                    .map(PlanRule::id)
                                    .toList(),
                    "Maybe join their steps.");
        }
        if (clawback.mode() == Clawback.Mode.LADDER) {
            ladder(clawback);
        }
        if (clawback.mode() == Clawback.Mode.PRO_RATA
                && clawback.months().filter(months -> months > 0).isEmpty()) {
            error(
                    "commission.clawback.months",
                    path + "/months",
                    "clawback " + clawback.id() + " takes back pro rata, but does not say of how many months",
                    "Maybe 12.");
        }
        return ImmutableList.copyOf(findings);
    }

    private void ladder(Clawback clawback) {
        int before = 0;
        for (int i = 0; i < clawback.steps().size(); i++) {
            ResidualStep step = clawback.steps().get(i);
            int month = step.upToMonth().orElse(Integer.MAX_VALUE);
            boolean share = step.rate().share()
                    && step.rate().value().signum() >= 0
                    && step.rate().value().compareTo(Rate.ONE.value()) <= 0;
            if (month <= before || !share) {
                error(
                        "commission.clawback.steps",
                        path + "/steps/" + i,
                        "steps of clawback " + clawback.id() + " must ascend in months and take back 0% to 100%: month "
                                + month + ", " + step.rate(),
                        "Maybe two steps changed places.");
            }
            before = month;
        }
        if (clawback.steps().isEmpty()) {
            error(
                    "commission.clawback.steps",
                    path + "/steps",
                    "ladder " + clawback.id() + " has no steps",
                    "Maybe it calculates without the deal.");
        }
    }

    private void error(String code, String at, String message, String remedy) {
        findings.add(Finding.error(code, at, message).maybe(remedy));
    }
}
