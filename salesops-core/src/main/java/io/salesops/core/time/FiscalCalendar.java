package io.salesops.core.time;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.FiscalPeriod.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A calendar that names the periods of a business.
 *
 * <p>A year starts in any month and divides into 2 halves, 4 quarters, 12 fiscal months, and weeks. With
 * {@link Pattern#MONTHS} fiscal months are calendar months, and weeks run from the first day of the year, the 53rd with
 * the one or two days that are left. With the other patterns a year has 52 or 53 whole weeks and ends by
 * {@link #yearEnd()}; a 53rd week belongs to the last month, quarter and half.
 *
 * <p>Periods of a kind tile the year without gap or overlap. Years run from 1 to 9999. Every call takes constant time.
 * Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = FiscalCalendar.Builder.class)
public interface FiscalCalendar extends WithFiscalCalendar {

    /** The month in which the year opens; January unless stated. In a calendar of weeks the year opens next to its first day. */
    @Value.Default
    default Month start() {
        return Month.JANUARY;
    }

    /** Which calendar year names a fiscal year that touches two; the one in which it ends unless stated. */
    @Value.Default
    default NamedBy namedBy() {
        return NamedBy.END;
    }

    /** How the year divides into months; calendar months unless stated. */
    @Value.Default
    default Pattern pattern() {
        return Pattern.MONTHS;
    }

    /** The day on which a year of weeks ends; stated exactly when the pattern is one of weeks. */
    Optional<YearEnd> yearEnd();

    /** Checks that a calendar of weeks says on which day its years end. */
    @Value.Check
    default void check() {
        boolean months = pattern() == Pattern.MONTHS;
        checkArgument(
                !months || yearEnd().isEmpty(),
                "years of months end with a month, not by yearEnd %s. Maybe the pattern is weeks445.",
                yearEnd().map(YearEnd::words).orElse(""));
        checkArgument(
                months || yearEnd().isPresent(),
                "years of weeks need yearEnd, the day on which they end. Maybe it is the last Saturday of the closing"
                        + " month.");
    }

    /** Obtains a calendar of months, named by the calendar year in which the fiscal year ends. */
    static FiscalCalendar startingIn(Month month) {
        return builder().start(month).build();
    }

    /** Obtains the weeks of ISO 8601, in quarters of 4, 4 and 5 weeks. */
    static FiscalCalendar iso() {
        return builder()
                .pattern(Pattern.WEEKS_445)
                .yearEnd(YearEnd.nearest(DayOfWeek.SUNDAY))
                .build();
    }

    /** Obtains the 4-5-4 calendar of the National Retail Federation: from February, named by the year in which it starts. */
    static FiscalCalendar retail() {
        return builder()
                .start(Month.FEBRUARY)
                .namedBy(NamedBy.START)
                .pattern(Pattern.WEEKS_454)
                .yearEnd(YearEnd.nearest(DayOfWeek.SATURDAY))
                .build();
    }

    /** Returns a fiscal year. */
    default FiscalPeriod year(int fiscalYear) {
        return period(Kind.YEAR, fiscalYear, 1);
    }

    /** Returns a half, 1 or 2. */
    default FiscalPeriod half(int fiscalYear, int half) {
        return period(Kind.HALF, fiscalYear, half);
    }

    /** Returns a quarter, 1 to 4. */
    default FiscalPeriod quarter(int fiscalYear, int quarter) {
        return period(Kind.QUARTER, fiscalYear, quarter);
    }

    /** Returns a fiscal month, 1 to 12; 1 is the month in which the year opens. */
    default FiscalPeriod month(int fiscalYear, int month) {
        return period(Kind.MONTH, fiscalYear, month);
    }

    /** Returns a week, from 1 to 52 or 53. */
    default FiscalPeriod week(int fiscalYear, int week) {
        return period(Kind.WEEK, fiscalYear, week);
    }

    /**
     * Returns a period by kind and number, which counts from 1.
     *
     * @throws IllegalArgumentException if the year has no such period
     */
    default FiscalPeriod period(Kind kind, int fiscalYear, int number) {
        return FiscalYear.of(this, fiscalYear).period(kind, number);
    }

    /**
     * Returns the period that a name stands for, for example {@code "FY2026"}, {@code "FY2026-H1"}, {@code "FY2026-Q1"},
     * {@code "FY2026-M01"} or {@code "FY2026-W01"}.
     *
     * @throws IllegalArgumentException if the text is no such name or the year has no such period
     */
    default FiscalPeriod parse(String name) {
        PeriodName parsed = PeriodName.parse(name);
        return period(parsed.kind(), parsed.year(), parsed.number());
    }

    /** Returns the period of the kind to which the day belongs. */
    default FiscalPeriod periodOf(Kind kind, LocalDate date) {
        return FiscalYear.of(this, date).periodOf(kind, date);
    }

    /** Returns the fiscal year to which the day belongs. */
    default FiscalPeriod yearOf(LocalDate date) {
        return periodOf(Kind.YEAR, date);
    }

    /** Returns the half to which the day belongs. */
    default FiscalPeriod halfOf(LocalDate date) {
        return periodOf(Kind.HALF, date);
    }

    /** Returns the quarter to which the day belongs. */
    default FiscalPeriod quarterOf(LocalDate date) {
        return periodOf(Kind.QUARTER, date);
    }

    /** Returns the fiscal month to which the day belongs. */
    default FiscalPeriod monthOf(LocalDate date) {
        return periodOf(Kind.MONTH, date);
    }

    /** Returns the week to which the day belongs. */
    default FiscalPeriod weekOf(LocalDate date) {
        return periodOf(Kind.WEEK, date);
    }

    /**
     * Returns the kind of a period.
     *
     * @throws IllegalArgumentException if the period is none of this calendar
     */
    default Kind kindOf(FiscalPeriod period) {
        PeriodName name = PeriodName.parse(period.name());
        FiscalPeriod own = period(name.kind(), name.year(), name.number());
        checkArgument(
                own.equals(period),
                "period %s (%s) is not of this calendar, where it is %s. Maybe it was made by another calendar.",
                period.name(),
                period.range(),
                own.range());
        return name.kind();
    }

    /** Returns the period of the same kind that starts where this one ends; see {@link #kindOf} for errors. */
    default FiscalPeriod next(FiscalPeriod period) {
        return periodOf(kindOf(period), period.before());
    }

    /** Returns the period of the same kind that ends where this one starts; see {@link #kindOf} for errors. */
    default FiscalPeriod previous(FiscalPeriod period) {
        return periodOf(kindOf(period), period.from().minusDays(1));
    }

    /**
     * Returns the periods of a kind that make up a period, in order.
     *
     * @throws IllegalArgumentException if the kind is coarser than the period, or does not tile it, as weeks do not tile
     *     calendar months
     */
    default ImmutableList<FiscalPeriod> subperiods(FiscalPeriod period, Kind kind) {
        kindOf(period);
        return FiscalYear.of(this, period.from()).subperiods(period, kind);
    }

    /** Starts a calendar. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds calendars. */
    final class Builder extends ImmutableFiscalCalendar.Builder {
        Builder() {}
    }

    /** Which calendar year gives a fiscal year its number. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum NamedBy {
        /** The year of the month in which it opens: July 2025 opens FY2025. */
        START,
        /** The year of the month in which it closes: July 2025 opens FY2026. */
        END
    }

    /** How a fiscal year divides. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Pattern {
        /** Calendar months. */
        MONTHS,
        /** Quarters of 4, 4 and 5 weeks. */
        WEEKS_445,
        /** Quarters of 4, 5 and 4 weeks. */
        WEEKS_454,
        /** Quarters of 5, 4 and 4 weeks. */
        WEEKS_544
    }
}
