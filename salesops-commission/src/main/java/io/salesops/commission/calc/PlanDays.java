package io.salesops.commission.calc;

import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions.Change;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says which credits are a plan's own, where it holds for a part of a quota's period only. A refund is its plan's whose
 * days saw the sale, if both lie within the period of one quota; else a plan would take back what another has paid. One
 * call, one object, which sees the credits by date.
 */
final class PlanDays {
    private final Optional<DateRange> days;
    private final boolean carries;
    private final List<Goal> goals;
    private final boolean whole;

    /** The day of the first sale of each deal by the measure that its credits bear. */
    private final Map<String, LocalDate> sold = new HashMap<>();

    /** What a credit is to the plan. */
    enum Own {
        /** It counts and earns. */
        PAYS,
        /** It is of a day before, and counts for the attainment only. */
        COUNTS,
        /** It is another plan's. */
        NOT
    }

    private PlanDays(Optional<DateRange> days, boolean carries, List<Goal> goals) {
        this.days = days;
        this.carries = carries;
        this.goals = goals;
        whole = days.isPresent()
                && goals.stream()
                        .allMatch(goal -> goal.over().intersection(days.get()).equals(Optional.of(goal.over())));
    }

    static PlanDays of(CommissionPlan plan, PayeeYear payee, List<Goal> goals) {
        return new PlanDays(payee.daysUnder(plan), plan.conventions().change() == Change.CARRIES_ON, goals);
    }

    /** Whether the plan holds in all of the quotas' periods, so that a day says by itself what a credit is. */
    boolean isWhole() {
        return whole;
    }

    /**
     * Takes down a sale, or finds the day of the sale to which a refund belongs.
     *
     * @param measures the positions of the measures in which it may count
     */
    LocalDate day(Credit credit, List<Integer> measures) {
        if (whole) {
            return credit.date();
        }
        String deal = credit.measure() + "/" + credit.source();
        if (!credit.amount().isNegative()) {
            sold.putIfAbsent(deal, credit.date());
            return credit.date();
        }
        LocalDate sale = sold.getOrDefault(deal, credit.date());
        boolean together = measures.stream()
                .map(measure -> goals.get(measure).over())
                .anyMatch(over -> over.contains(sale) && over.contains(credit.date()));
        return together ? sale : credit.date();
    }

    /** Says what a credit of a day is; the day is that of the sale where it is a refund. */
    Own own(LocalDate day) {
        if (days.isEmpty()) {
            return Own.NOT;
        }
        if (days.get().contains(day)) {
            return Own.PAYS;
        }
        return carries && days.get().from().filter(day::isBefore).isPresent() ? Own.COUNTS : Own.NOT;
    }
}
