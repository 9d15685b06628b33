package io.salesops.commission.quota;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.google.common.collect.ImmutableList;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.Locale;

/**
 * The periods over which something is measured or settled; they tile all days. Immutable and thread-safe.
 *
 * @param calendar names the periods; half months are those of calendar months, whatever the calendar
 * @param every how long a period is
 */
public record MeasurePeriods(FiscalCalendar calendar, Every every) {
    private static final int SECOND_HALF = 16;

    /** Checks that both are stated. */
    public MeasurePeriods {
        requireNonNull(calendar, "calendar");
        requireNonNull(every, "every");
    }

    /** Obtains periods. */
    public static MeasurePeriods of(FiscalCalendar calendar, Every every) {
        return new MeasurePeriods(calendar, every);
    }

    /** How long a period is. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Every {
        /** A fiscal year. */
        YEAR,
        /** Two fiscal quarters. */
        HALF,
        /** Three fiscal months. */
        QUARTER,
        /** A fiscal month. */
        MONTH,
        /** The 1st to the 15th, or the 16th to the end of a calendar month: {@code 2026-02-A}, {@code 2026-02-B}. */
        HALF_MONTH,
        /** A fiscal week. */
        WEEK
    }

    /** Returns the period to which the day belongs. */
    public FiscalPeriod periodOf(LocalDate date) {
        return switch (every) {
            case YEAR -> calendar.yearOf(date);
            case HALF -> calendar.halfOf(date);
            case QUARTER -> calendar.quarterOf(date);
            case MONTH -> calendar.monthOf(date);
            case HALF_MONTH -> halfMonth(date);
            case WEEK -> calendar.weekOf(date);
        };
    }

    /**
     * Returns the periods that have a day in a range, in order.
     *
     * @throws IllegalArgumentException if the range is unlimited
     */
    public ImmutableList<FiscalPeriod> touching(DateRange range) {
        checkArgument(
                range.from().isPresent() && range.before().isPresent(),
                "periods of an unlimited range have no end: %s. Maybe intersect it with a year.",
                range);
        ImmutableList.Builder<FiscalPeriod> periods = ImmutableList.builder();
        LocalDate day = range.from().get();
        while (day.isBefore(range.before().get())) {
            FiscalPeriod period = periodOf(day);
            periods.add(period);
            day = period.before();
        }
        return periods.build();
    }

    private static FiscalPeriod halfMonth(LocalDate date) {
        LocalDate first = date.withDayOfMonth(1);
        LocalDate middle = date.withDayOfMonth(SECOND_HALF);
        String month = String.format(Locale.ROOT, "%04d-%02d", date.getYear(), date.getMonthValue());
        return date.isBefore(middle)
                ? new FiscalPeriod(month + "-A", first, middle)
                : new FiscalPeriod(month + "-B", middle, first.plusMonths(1));
    }
}
