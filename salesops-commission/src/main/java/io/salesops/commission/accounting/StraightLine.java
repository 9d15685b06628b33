package io.salesops.commission.accounting;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.accounting.CapitalizationPolicy.Method;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.time.DateRange;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Cuts an amount into the shares of periods, in minor units; they sum to it. */
final class StraightLine {
    private StraightLine() {}

    /** The periods that bear a cost: months from its first day, or what calendar months have of its days. */
    static ImmutableList<DateRange> periods(LocalDate from, int months, Method method) {
        LocalDate before = from.plusMonths(months);
        List<DateRange> periods = new ArrayList<>();
        if (method == Method.MONTHS) {
            for (int month = 0; month < months; month++) {
                periods.add(DateRange.of(from.plusMonths(month), from.plusMonths(month + 1L)));
            }
            return ImmutableList.copyOf(periods);
        }
        for (LocalDate start = from; start.isBefore(before); ) {
            LocalDate next = start.withDayOfMonth(1).plusMonths(1);
            LocalDate end = next.isBefore(before) ? next : before;
            periods.add(DateRange.of(start, end));
            start = end;
        }
        return ImmutableList.copyOf(periods);
    }

    /**
     * The same for each period, rounded by the policy, and what is left for the last. Where that would take more than there
     * is before the last, the shares are rounded toward zero: an expense is never taken back.
     */
    static long[] even(long total, int periods, RoundingPolicy rounding) {
        long share = MoneyKernel.multiply(total, 1, periods, rounding.mode());
        if (periods > 1 && share > total / (periods - 1)) {
            share = MoneyKernel.multiply(total, 1, periods, RoundingMode.DOWN);
        }
        long[] shares = new long[periods];
        for (int i = 0; i < periods - 1; i++) {
            shares[i] = share;
        }
        shares[periods - 1] = total - share * (periods - 1);
        return shares;
    }

    /** By days: the running expense is rounded, so that no month is more than a minor unit off; the last takes the rest. */
    static long[] byDays(long total, List<DateRange> periods, RoundingPolicy rounding) {
        long days = 0;
        for (DateRange period : periods) {
            days += period.days();
        }
        long[] shares = new long[periods.size()];
        long past = 0;
        long expensed = 0;
        for (int i = 0; i < shares.length; i++) {
            past += periods.get(i).days();
            long running = i == shares.length - 1
                    ? total
                    : MoneyKernel.multiply(total, Rational.of(past).dividedBy(Rational.of(days)), rounding.mode());
            shares[i] = running - expensed;
            expensed = running;
        }
        return shares;
    }
}
