package io.salesops.core.time;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rational;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;

/**
 * Periods of whole months, counted from an anchor in both directions.
 *
 * <p>Boundary {@code n} is the anchor plus {@code n} periods, never the boundary before it plus one: an anchor on 31
 * January gives 28 February, then 31 March. Periods tile all days. Every call but those that return lists takes
 * constant time. Immutable and thread-safe.
 *
 * @param anchor the first day of period 0
 * @param months the length of a period, at least 1
 * @param monthEnd what becomes of an anchor at the end of its month
 */
public record PeriodSchedule(LocalDate anchor, int months, MonthEnd monthEnd) {

    /** Checks that periods have a length. */
    public PeriodSchedule {
        checkArgument(months >= 1, "a period must have at least 1 month: %s", months);
        requireNonNull(anchor, "anchor");
        requireNonNull(monthEnd, "monthEnd");
    }

    /** Obtains a schedule that keeps the anchor's day of the month. */
    public static PeriodSchedule of(LocalDate anchor, int months) {
        return new PeriodSchedule(anchor, months, MonthEnd.KEEP_DAY);
    }

    /**
     * Obtains the monthly schedule of a billing day; a month that is too short for it starts its period on its last day.
     *
     * @param dayOfMonth 1 to 31
     */
    public static PeriodSchedule monthlyOn(int dayOfMonth) {
        checkArgument(dayOfMonth >= 1 && dayOfMonth <= 31, "day of the month must be from 1 to 31: %s", dayOfMonth);
        // Any January will do: it has every day, and months have no phase.
        return of(LocalDate.of(2000, 1, dayOfMonth), 1);
    }

    /** Returns the first day of period {@code n}. */
    public LocalDate boundary(long n) {
        LocalDate date = anchor.plusMonths(Math.multiplyExact(n, months));
        return monthEnd == MonthEnd.LAST_DAY && anchor.getDayOfMonth() == anchor.lengthOfMonth()
                ? date.withDayOfMonth(date.lengthOfMonth())
                : date;
    }

    /** Returns the days of period {@code n}. */
    public DateRange period(long n) {
        return DateRange.of(boundary(n), boundary(n + 1));
    }

    /** Returns the number of the period to which the day belongs; negative before the anchor. */
    public long indexOf(LocalDate date) {
        long elapsed = date.getLong(ChronoField.PROLEPTIC_MONTH) - anchor.getLong(ChronoField.PROLEPTIC_MONTH);
        long n = Math.floorDiv(elapsed, months);
        return date.isBefore(boundary(n)) ? n - 1 : n;
    }

    /** Returns the period to which the day belongs. */
    public DateRange periodOf(LocalDate date) {
        return period(indexOf(date));
    }

    /** Returns the exact number of periods from the anchor to the start of the day: whole ones, and days over the length of the started one. */
    public Rational position(LocalDate date) {
        long n = indexOf(date);
        LocalDate start = boundary(n);
        return Rational.of(n)
                .plus(Rational.of(
                        ChronoUnit.DAYS.between(start, date), ChronoUnit.DAYS.between(start, boundary(n + 1))));
    }

    /** Returns the first {@code count} periods from the anchor. */
    public ImmutableList<DateRange> first(int count) {
        checkArgument(count >= 0, "count must not be negative: %s", count);
        return LongStream.range(0, count).mapToObj(this::period).collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns the parts of the periods that lie in a range, in order: whole periods, and what is left at both ends.
     *
     * @throws IllegalArgumentException if the range is unlimited
     */
    public ImmutableList<DateRange> within(DateRange range) {
        if (range.days() == 0) {
            return ImmutableList.of();
        }
        LocalDate last = range.before().orElseThrow().minusDays(1);
        return LongStream.rangeClosed(indexOf(range.from().orElseThrow()), indexOf(last))
                .mapToObj(n -> period(n).intersection(range).orElseThrow())
                .collect(ImmutableList.toImmutableList());
    }
}
