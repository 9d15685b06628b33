package io.salesops.commission.calc;

import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Measure;
import io.salesops.commission.plan.Weight;
import io.salesops.core.crm.Quota;
import io.salesops.core.finding.Finding;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import io.salesops.core.time.PeriodSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what a payee is to reach in each measure of a plan, and over which days each accumulates. */
final class PayeeGoals {
    private PayeeGoals() {}

    /**
     * Returns the goals of a plan's measures in their order.
     *
     * @param period lies within the days over which each measure accumulates
     * @param findings receives what keeps a goal from being found
     */
    static List<Goal> of(Program program, FiscalPeriod period, PayeeYear payee, List<Finding> findings) {
        CommissionPlan plan = program.plan();
        List<Quota> own = payee.quotas().stream()
                .filter(quota -> quota.owner().value().equals(payee.payee().value()))
                .toList();
        List<Optional<Quota>> quotas = new ArrayList<>();
        for (int measure = 0; measure < program.measures().size(); measure++) {
            boolean needed = program.needsQuota().contains(measure);
            quotas.add(Goal.find(plan, program.measures().get(measure), needed, own, period, findings));
        }
        Set<DateRange> periods =
                quotas.stream().flatMap(Optional::stream).map(Quota::period).collect(Collectors.toSet());
        // A measure without quota runs with the others where they agree, else over the whole plan.
        DateRange shared = periods.size() == 1 ? periods.iterator().next() : plan.effective();
        List<Goal> goals = new ArrayList<>();
        for (int i = 0; i < quotas.size(); i++) {
            Measure measure = program.measures().get(i);
            DateRange over = quotas.get(i)
                    .map(Quota::period)
                    .orElseGet(() -> measure.resetMonths()
                            .map(months -> span(program, measure, months, period, findings))
                            .orElse(shared));
            goals.add(Goal.of(plan, measure, quotas.get(i), payee, over));
        }
        spans(program, goals, findings);
        return goals;
    }

    /** The months in which a measure runs that starts anew; a statement must lie within one such span. */
    private static DateRange span(
            Program program, Measure measure, int months, FiscalPeriod period, List<Finding> findings) {
        DateRange span = PeriodSchedule.of(program.plan().effective().from().orElse(period.from()), months)
                .periodOf(period.from());
        if (!span.intersection(period.range()).equals(Optional.of(period.range()))) {
            findings.add(Finding.error(
                            "commission.measure.reset",
                            "/measures/" + measure.id(),
                            "measure " + measure.id() + " starts anew every " + months + " months, here " + span
                                    + ", but " + period + " is " + period.range())
                    .maybe("Maybe calculate the months one by one."));
        }
        return span;
    }

    /** What a gate withholds, a factor multiplies or a cap limits must start anew when the rule does. */
    private static void spans(Program program, List<Goal> goals, List<Finding> findings) {
        program.gates().forEach(gate -> refuseMixed(program, "gate", gate, goals, findings));
        program.scalers().forEach(scaler -> refuseMixed(program, "factor", scaler, goals, findings));
        program.limits().forEach(limit -> refuseMixed(program, "limit", limit, goals, findings));
    }

    private static void refuseMixed(
            Program program, String what, Program.Part<?> part, List<Goal> goals, List<Finding> findings) {
        Set<DateRange> spans = part.on().stream()
                .map(payer -> goals.get(program.payers().get(payer).measure()).over())
                .collect(Collectors.toSet());
        if (part.measure() >= 0) {
            spans.add(goals.get(part.measure()).over());
        }
        if (spans.size() > 1 && !(part.rule() instanceof Weight)) {
            findings.add(Finding.error(
                            "commission.quota.mixed",
                            part.ref().path(),
                            what + " " + part.rule().id() + " joins measures that accumulate over different days: "
                                    + spans.stream()
                                            .map(DateRange::toString)
                                            .sorted()
                                            .toList())
                    .maybe("Maybe the quotas of one plan share a period, or the rule names those it acts on."));
        }
    }
}
