package io.salesops.commission.quota;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.Locale;

/** The periods over which something is measured or settled; they tile all days. The set of kinds is closed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(MeasurePeriods.Fiscal.class), @JsonSubTypes.Type(MeasurePeriods.HalfMonths.class)})
public sealed interface MeasurePeriods {

    /** Returns the period to which the day belongs. */
    FiscalPeriod periodOf(LocalDate date);

    /** Calls the case for this kind of periods. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of periods. */
    interface Cases<R> {
        R fiscal(Fiscal fiscal);

        R halfMonths(HalfMonths halfMonths);
    }

    /**
     * Returns the periods that have a day in a range, in order.
     *
     * @throws IllegalArgumentException if the range is unlimited
     */
    default ImmutableList<FiscalPeriod> touching(DateRange range) {
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

    /** Obtains periods of a fiscal calendar. */
    static MeasurePeriods of(FiscalCalendar calendar, FiscalPeriod.Kind every) {
        return new Fiscal(calendar, every);
    }

    /**
     * Years, halves, quarters, months or weeks of a calendar.
     *
     * @param calendar names the periods
     * @param every which of them
     */
    @JsonTypeName("fiscal")
    record Fiscal(FiscalCalendar calendar, FiscalPeriod.Kind every) implements MeasurePeriods {
        @Override
        public FiscalPeriod periodOf(LocalDate date) {
            return calendar.periodOf(every, date);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.fiscal(this);
        }
    }

    /** The 1st to the 15th, and the 16th to the end of each calendar month: {@code 2026-02-A} and {@code 2026-02-B}. */
    @JsonTypeName("halfMonths")
    record HalfMonths() implements MeasurePeriods {
        private static final int SECOND_HALF = 16;

        @Override
        public FiscalPeriod periodOf(LocalDate date) {
            LocalDate first = date.withDayOfMonth(1);
            LocalDate middle = date.withDayOfMonth(SECOND_HALF);
            String month = String.format(Locale.ROOT, "%04d-%02d", date.getYear(), date.getMonthValue());
            return date.isBefore(middle)
                    ? new FiscalPeriod(month + "-A", first, middle)
                    : new FiscalPeriod(month + "-B", middle, first.plusMonths(1));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.halfMonths(this);
        }
    }
}
