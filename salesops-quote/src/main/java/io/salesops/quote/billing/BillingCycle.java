package io.salesops.quote.billing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rational;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DayCount;
import io.salesops.core.time.MonthEnd;
import io.salesops.core.time.PeriodSchedule;
import io.salesops.quote.billing.BillingPolicy.PartialPeriod;
import io.salesops.quote.billing.BillingPolicy.StubBasis;
import io.salesops.quote.document.Term;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Cuts a term into billing periods and counts the months of each part by a policy. */
final class BillingCycle {
    private static final Rational MONTHS_OF_A_YEAR = Rational.of(12);

    private final BillingPolicy policy;
    private final DateRange term;
    private final PeriodSchedule periods;

    private BillingCycle(BillingPolicy policy, DateRange term, PeriodSchedule periods) {
        this.policy = policy;
        this.term = term;
        this.periods = periods;
    }

    static BillingCycle of(BillingPolicy policy, Term term, Optional<LocalDate> anchor) {
        DateRange days = Ramp.days(term);
        int months = term.billingMonths();
        if (anchor.isEmpty() && policy.billingDay().isPresent()) {
            LocalDate first = firstOn(policy.billingDay().getAsInt(), term.from());
            LocalDate from = longest(YearMonth.from(first), policy.billingDay().getAsInt(), months);
            return new BillingCycle(policy, days, new PeriodSchedule(from, months, MonthEnd.KEEP_DAY));
        }
        return new BillingCycle(
                policy, days, new PeriodSchedule(anchor.orElse(term.from()), months, policy.monthEnd()));
    }

    /** The first billing day on or after a day. */
    private static LocalDate firstOn(int billingDay, LocalDate day) {
        YearMonth month = YearMonth.from(day);
        LocalDate same = on(month, billingDay);
        return same.isBefore(day) ? on(month.plusMonths(1), billingDay) : same;
    }

    private static LocalDate on(YearMonth month, int billingDay) {
        return month.atDay(Math.min(billingDay, month.lengthOfMonth()));
    }

    /**
     * A first day in the same cycle whose month is the longest that the cycle meets: periods that were counted from 28
     * February would begin on the 28th, or on last days, for ever. In eight turns of a yearly cycle there is a leap year.
     */
    private static LocalDate longest(YearMonth first, int billingDay, int months) {
        YearMonth best = first;
        for (int turn = 1; turn <= 48 && best.lengthOfMonth() < 31; turn++) {
            YearMonth next = first.plusMonths((long) turn * months);
            best = next.lengthOfMonth() > best.lengthOfMonth() ? next : best;
        }
        return on(best, billingDay);
    }

    /** How many periods the term touches. */
    long size() {
        return periods.indexOf(term.before().orElseThrow().minusDays(1))
                - periods.indexOf(term.from().orElseThrow())
                + 1;
    }

    ImmutableList<BilledPeriod> parts() {
        ImmutableList.Builder<BilledPeriod> parts = ImmutableList.builder();
        long first = periods.indexOf(term.from().orElseThrow());
        for (long n = first; n < first + size(); n++) {
            DateRange period = periods.period(n);
            DateRange days = period.intersection(term).orElseThrow();
            Rational months = policy.partialPeriod() == PartialPeriod.WHOLE
                    ? months(period, period)
                    : months(days, basis(days, period));
            parts.add(new BilledPeriod(days, period, months));
        }
        return parts.build();
    }

    private DateRange basis(DateRange days, DateRange period) {
        LocalDate from = days.from().orElseThrow();
        if (policy.stubBasis() == StubBasis.CYCLE || from.equals(period.from().orElseThrow())) {
            return period;
        }
        DateRange own = PeriodSchedule.of(from, periods.months()).period(0);
        return own.before().orElseThrow().isBefore(days.before().orElseThrow()) ? period : own;
    }

    /** Months of some days by the day count, as a share of the basis where it is one. */
    private Rational months(DateRange days, DateRange basis) {
        DayCount convention = policy.dayCount();
        LocalDate start = basis.from().orElseThrow();
        // A period of the cycle has as many months as it should only if they are counted from the cycle's anchor.
        boolean ofCycle = periods.boundary(periods.indexOf(start)).equals(start);
        DateRange whole =
                convention.unit() == DayCount.Unit.PERIOD ? basis : DateRange.from(ofCycle ? periods.anchor() : start);
        Rational fraction =
                convention.fraction(days.from().orElseThrow(), days.before().orElseThrow(), whole);
        return switch (convention.unit()) {
            case MONTH -> fraction;
            case YEAR -> fraction.times(MONTHS_OF_A_YEAR);
            case PERIOD -> fraction.times(Rational.of(periods.months()));
        };
    }

    /**
     * What a part of the term costs under a ramp: its months, times the monthly price of each segment by the segment's share
     * of its days.
     */
    Rational price(BilledPeriod part, Ramp ramp) {
        Rational sum = Rational.ZERO;
        Rational counted = Rational.ZERO;
        for (RampSegment segment : ramp.segments()) {
            Optional<DateRange> days = segment.days().intersection(part.days()).filter(range -> !range.isEmpty());
            if (days.isPresent()) {
                Rational weight = days.get().equals(part.days()) ? Rational.ONE : months(days.get(), part.period());
                sum = sum.plus(weight.times(segment.monthly()));
                counted = counted.plus(weight);
            }
        }
        return counted.signum() == 0 ? Rational.ZERO : sum.dividedBy(counted).times(part.months());
    }
}
