package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.Holdback;
import io.salesops.commission.plan.Release;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what a plan has to do with a payee's period: it holds on a day of it; or it ended before, and its deals are taken
 * back or released there.
 */
final class PlanReach {
    private final Program program;
    private final FiscalPeriod period;
    private final PayeeYear payee;
    private final Optional<DateRange> days;

    PlanReach(Program program, FiscalPeriod period, PayeeYear payee) {
        this.program = program;
        this.period = period;
        this.payee = payee;
        days = payee.daysUnder(program.plan());
    }

    boolean concerns() {
        if (days.filter(held -> held.overlaps(period.range())).isPresent()) {
            return true;
        }
        if (end().isEmpty()) {
            return false;
        }
        List<Finding> findings = new ArrayList<>();
        List<Goal> goals = PayeeGoals.of(program, period, payee, findings);
        if (!isTogether(goals)) {
            return releases();
        }
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR)
                && (!program.holdbacks().isEmpty() || takesBack(goals));
    }

    /**
     * Returns the period over whose goals the statement accumulates: its own; or the last day of the plan, where that lies
     * within the period of another quota and nothing but releases of then can come.
     */
    FiscalPeriod accumulates() {
        Optional<LocalDate> last = end().map(before -> before.minusDays(1));
        return last.isPresent() && releases() && !isTogether(PayeeGoals.of(program, period, payee, new ArrayList<>()))
                ? new FiscalPeriod(period.name(), last.get(), last.get().plusDays(1))
                : period;
    }

    /** The first day on which the plan no longer pays the payee, where that comes before the period. */
    private Optional<LocalDate> end() {
        return days.flatMap(DateRange::before).filter(before -> !before.isAfter(period.from()));
    }

    /** Whether the period lies within that of a quota which the plan has seen. */
    private boolean isTogether(List<Goal> goals) {
        return goals.stream()
                .map(Goal::over)
                .anyMatch(over -> over.contains(period.from()) && over.overlaps(days.orElseThrow()));
    }

    private boolean takesBack(List<Goal> goals) {
        PlanDays plan = PlanDays.of(program.plan(), payee, goals);
        for (Credit credit : ImmutableList.sortedCopyOf(Counted.ORDER, payee.credits())) {
            LocalDate day = plan.day(credit, program.byName().getOrDefault(credit.measure(), ImmutableList.of()));
            if (days.orElseThrow().contains(day) && period.contains(credit.date())) {
                return true;
            }
        }
        return false;
    }

    private boolean releases() {
        ImmutableSet<String> released = released(program, payee, period);
        return payee.credits().stream()
                .anyMatch(credit -> released.contains(credit.source())
                        && program.byName().containsKey(credit.measure())
                        && days.orElseThrow().contains(credit.date()));
    }

    /** Returns the sources of deals of which what is released may change in a period; a few too many do no harm. */
    static ImmutableSet<String> released(Program program, PayeeYear payee, FiscalPeriod period) {
        ImmutableSet.Builder<String> sources = ImmutableSet.builder();
        for (Program.Part<Holdback> holdback : program.holdbacks()) {
            for (Credit credit : payee.credits()) {
                Optional<LocalDate> day = holdback.rule().release().match(new Release.Cases<>() {
                    @Override
                    public Optional<LocalDate> on(Release.On on) {
                        return Optional.of(on.date());
                    }

                    @Override
                    public Optional<LocalDate> after(Release.After after) {
                        return Optional.of(after.dateFor(credit.date()));
                    }

                    @Override
                    public Optional<LocalDate> event(Release.Event event) {
                        return credit.measure().equals(event.measure())
                                ? Optional.of(event.dateFor(credit.date()))
                                : Optional.empty();
                    }
                });
                if (day.filter(period::contains).isPresent()) {
                    sources.add(credit.source());
                }
            }
        }
        return sources.build();
    }
}
