package io.salesops.core.crm;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The share of a full quota that a new rep carries, by month of tenure; after the last month the quota is full.
 *
 * <p>Month n of tenure begins n - 1 months after the first day, counted from that day and never from the month before, so
 * that a start on the 31st stays at month ends. Before the first day the share is nothing. Immutable and thread-safe.
 *
 * @param shares the share of each month, from the first; not negative
 */
public record RampSchedule(@JsonValue ImmutableList<Rate> shares) {

    /** Checks that no share is negative. */
    public RampSchedule {
        for (int month = 1; month <= shares.size(); month++) {
            Rate share = shares.get(month - 1);
            checkArgument(share.signum() >= 0, "share of ramp month %s must not be negative: %s", month, share);
        }
    }

    /** Obtains a schedule. */
    @JsonCreator
    public static RampSchedule of(Iterable<Rate> shares) {
        return new RampSchedule(ImmutableList.copyOf(shares));
    }

    /** Obtains a schedule from text, for example {@code of("25%", "50%", "75%")}. */
    public static RampSchedule of(String... shares) {
        return new RampSchedule(java.util.Arrays.stream(shares).map(Rate::of).collect(ImmutableList.toImmutableList()));
    }

    /** Returns the share in a month of tenure, from 1. */
    public Rate shareIn(int month) {
        checkArgument(month >= 1, "month of tenure must count from 1: %s", month);
        return month <= shares.size() ? shares.get(month - 1) : Rate.ONE;
    }

    /** Returns the share on a day for a rep who started on another. */
    public Rate shareOn(LocalDate started, LocalDate on) {
        if (on.isBefore(started)) {
            return Rate.ZERO;
        }
        int month = 1;
        while (month <= shares.size() && !on.isBefore(started.plusMonths(month))) {
            month++;
        }
        return shareIn(month);
    }

    /**
     * Returns the mean share over the days of a period, exactly; each day weighs the same. Cost linear in the months.
     *
     * @throws IllegalArgumentException if the period has no days or no end
     */
    public Rate shareOver(LocalDate started, DateRange period) {
        checkArgument(
                period.from().isPresent() && period.before().isPresent() && !period.isEmpty(),
                "period must have a first and a last day: %s",
                period);
        LocalDate from = period.from().get();
        LocalDate before = period.before().get();
        Rational sum = Rational.ZERO;
        for (int month = 1; month <= shares.size(); month++) {
            long days = overlap(from, before, started.plusMonths(month - 1L), started.plusMonths(month));
            sum = sum.plus(shareIn(month).value().times(Rational.of(days)));
        }
        sum = sum.plus(Rational.of(overlap(from, before, started.plusMonths(shares.size()), before)));
        return new Rate(sum.dividedBy(Rational.of(ChronoUnit.DAYS.between(from, before))));
    }

    /** Returns the quota of a rep who started on a day: its amount times the mean share, rounded once by the policy. */
    public Quota ramped(Quota full, LocalDate started, RoundingPolicy rounding) {
        return full.withAmount(shareOver(started, full.period()).of(full.amount(), rounding));
    }

    /**
     * Returns the ramp time that a rep took: the first month of tenure in which attainment reached the target. Months
     * without a figure are passed over; empty if no month reached it.
     */
    public static OptionalInt monthReaching(Map<Integer, Rate> attainmentByMonth, Rate target) {
        return attainmentByMonth.entrySet().stream()
                .filter(month -> month.getValue().compareTo(target) >= 0)
                .mapToInt(Map.Entry::getKey)
                .min();
    }

    private static long overlap(LocalDate from, LocalDate before, LocalDate start, LocalDate end) {
        LocalDate first = from.isAfter(start) ? from : start;
        LocalDate last = before.isBefore(end) ? before : end;
        return Math.max(0, ChronoUnit.DAYS.between(first, last));
    }
}
