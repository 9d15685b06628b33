package io.salesops.core.time;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * A year, half, quarter, month or week of a fiscal calendar, by name and days.
 *
 * <p>Periods are ordered by their first day; of two that start together the longer comes first, so that a year stands
 * before its first quarter and that before its first month. Immutable and thread-safe.
 *
 * @param name the name, for example {@code "FY2026-Q1"}
 * @param from the first day
 * @param before the first day after the period
 */
public record FiscalPeriod(String name, LocalDate from, LocalDate before) implements Comparable<FiscalPeriod> {
    private static final Comparator<FiscalPeriod> ORDER = Comparator.comparing(FiscalPeriod::from)
            .thenComparing(FiscalPeriod::before, Comparator.reverseOrder())
            .thenComparing(FiscalPeriod::name);

    /** Checks that there is a name and at least one day. */
    public FiscalPeriod {
        checkArgument(!name.isBlank(), "name of a period must not be blank: '%s'", name);
        checkArgument(from.isBefore(before), "period %s must have a day: from %s, before %s", name, from, before);
    }

    /** Whether the day belongs to the period. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && date.isBefore(before);
    }

    /** Returns the days of the period. */
    public DateRange range() {
        return DateRange.of(from, before);
    }

    @Override
    public int compareTo(FiscalPeriod other) {
        return ORDER.compare(this, other);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }

    /** What a period is, from coarse to fine. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Kind {
        /** The whole fiscal year; {@code FY2026}. */
        YEAR,
        /** Two quarters; {@code FY2026-H1}. */
        HALF,
        /** Three fiscal months; {@code FY2026-Q1}. */
        QUARTER,
        /** A fiscal month, counted from the start of the year; {@code FY2026-M01}. */
        MONTH,
        /** A fiscal week, counted from the start of the year; {@code FY2026-W01}. */
        WEEK
    }
}
