package io.salesops.commission.credit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/**
 * The day whose exchange rate converts a credit; the set of kinds is closed. A plan says it by its conventions, which
 * {@link #forPlan(CommissionPlan)} resolves; what is converted without a plan says it here.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(ExchangeDay.PlanRate.class),
    @JsonSubTypes.Type(ExchangeDay.EventDate.class),
    @JsonSubTypes.Type(ExchangeDay.PeriodEnd.class)
})
public sealed interface ExchangeDay {

    /** Returns the day that a plan's convention means; empty where that is the first day of a plan that states none. */
    static Optional<ExchangeDay> forPlan(CommissionPlan plan) {
        return switch (plan.conventions().exchange()) {
            case PLAN_RATE -> plan.effective().from().map(PlanRate::new);
            case EVENT_DATE -> Optional.of(new EventDate());
            case PERIOD_END ->
                Optional.of(new PeriodEnd(FiscalCalendar.startingIn(Month.JANUARY), FiscalPeriod.Kind.MONTH));
        };
    }

    /** Returns the day for an event. */
    LocalDate of(LocalDate event);

    /** Calls the case for this kind of day. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of day. */
    interface Cases<R> {
        R planRate(PlanRate planRate);

        R eventDate(EventDate eventDate);

        R periodEnd(PeriodEnd periodEnd);
    }

    /**
     * One day for all credits of a plan.
     *
     * @param on the day
     */
    @JsonTypeName("planRate")
    record PlanRate(LocalDate on) implements ExchangeDay {
        @Override
        public LocalDate of(LocalDate event) {
            return on;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.planRate(this);
        }
    }

    /** The day of the event. */
    @JsonTypeName("eventDate")
    record EventDate() implements ExchangeDay {
        @Override
        public LocalDate of(LocalDate event) {
            return event;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.eventDate(this);
        }
    }

    /**
     * The last day of the period to which the event belongs.
     *
     * @param calendar names the periods
     * @param period which of them
     */
    @JsonTypeName("periodEnd")
    record PeriodEnd(FiscalCalendar calendar, FiscalPeriod.Kind period) implements ExchangeDay {
        @Override
        public LocalDate of(LocalDate event) {
            return calendar.periodOf(period, event).before().minusDays(1);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.periodEnd(this);
        }
    }
}
