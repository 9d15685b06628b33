package io.salesops.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.testkit.TimeArbitraries;
import io.salesops.core.time.FiscalPeriod.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FiscalCalendarProperties {
    private static final FiscalCalendar ISO = FiscalCalendar.iso();

    @Property
    void periodsOfAKindTileTheYear(
            @ForAll("calendars") FiscalCalendar calendar,
            @ForAll @IntRange(min = 1990, max = 2060) int number,
            @ForAll Kind kind) {
        FiscalPeriod year = calendar.year(number);
        List<FiscalPeriod> parts = calendar.subperiods(year, kind);
        assertThat(parts.get(0).from()).isEqualTo(year.from());
        assertThat(parts.get(parts.size() - 1).before()).isEqualTo(year.before());
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).from()).isEqualTo(parts.get(i - 1).before());
        }
        assertThat(year.before()).isEqualTo(calendar.year(number + 1).from());
        assertThat(parts)
                .isEqualTo(IntStream.rangeClosed(1, parts.size())
                        .mapToObj(n -> calendar.period(kind, number, n))
                        .toList());
    }

    @Property
    void aPeriodOfADayHoldsIt(
            @ForAll("calendars") FiscalCalendar calendar, @ForAll("dates") LocalDate date, @ForAll Kind kind) {
        FiscalPeriod period = calendar.periodOf(kind, date);
        assertThat(period.contains(date)).isTrue();
        assertThat(period.range().contains(date)).isTrue();
        assertThat(calendar.kindOf(period)).isEqualTo(kind);
    }

    @Property
    void aNameIsReadBackAsItsPeriod(
            @ForAll("calendars") FiscalCalendar calendar, @ForAll("dates") LocalDate date, @ForAll Kind kind) {
        FiscalPeriod period = calendar.periodOf(kind, date);
        assertThat(calendar.parse(period.name())).isEqualTo(period);
        assertThat(calendar.parse(period.toString()).name()).isEqualTo(period.name());
    }

    @Property
    void nextAndPreviousUndoEachOther(
            @ForAll("calendars") FiscalCalendar calendar, @ForAll("dates") LocalDate date, @ForAll Kind kind) {
        FiscalPeriod period = calendar.periodOf(kind, date);
        FiscalPeriod next = calendar.next(period);
        assertThat(next.from()).isEqualTo(period.before());
        assertThat(calendar.kindOf(next)).isEqualTo(kind);
        assertThat(calendar.previous(next)).isEqualTo(period);
        assertThat(calendar.next(calendar.previous(period))).isEqualTo(period);
    }

    @Property
    void halvesAreTwoQuartersAndQuartersThreeMonths(
            @ForAll("calendars") FiscalCalendar calendar, @ForAll("dates") LocalDate date) {
        FiscalPeriod half = calendar.halfOf(date);
        FiscalPeriod quarter = calendar.quarterOf(date);
        assertThat(calendar.subperiods(half, Kind.QUARTER)).hasSize(2).contains(quarter);
        assertThat(calendar.subperiods(quarter, Kind.MONTH)).hasSize(3).contains(calendar.monthOf(date));
        assertThat(calendar.subperiods(calendar.yearOf(date), Kind.HALF))
                .hasSize(2)
                .contains(half);
    }

    @Property
    void monthsAreCalendarMonthsCountedFromTheStart(
            @ForAll Month start,
            @ForAll FiscalCalendar.NamedBy namedBy,
            @ForAll @IntRange(min = 1990, max = 2060) int number,
            @ForAll @IntRange(min = 1, max = 12) int n) {
        FiscalCalendar calendar =
                FiscalCalendar.builder().start(start).namedBy(namedBy).build();
        FiscalPeriod month = calendar.month(number, n);
        YearMonth expected = YearMonth.from(calendar.year(number).from()).plusMonths(n - 1);
        assertThat(month.range())
                .isEqualTo(
                        DateRange.of(expected.atDay(1), expected.plusMonths(1).atDay(1)));
        // The name is the year of the first or of the last day.
        FiscalPeriod year = calendar.year(number);
        assertThat(
                        namedBy == FiscalCalendar.NamedBy.START
                                ? year.from().getYear()
                                : year.before().minusDays(1).getYear())
                .isEqualTo(number);
    }

    @Property
    void yearsOfWeeksEndOnTheirDayNextToTheEndOfTheMonth(
            @ForAll("calendars") FiscalCalendar calendar, @ForAll @IntRange(min = 1990, max = 2060) int number) {
        Assume.that(calendar.yearEnd().isPresent());
        YearEnd end = calendar.yearEnd().orElseThrow();
        FiscalPeriod year = calendar.year(number);
        LocalDate last = year.before().minusDays(1);
        assertThat(last.getDayOfWeek()).isEqualTo(end.day());
        assertThat(year.range().days()).isIn(52L * 7, 53L * 7);
        // The closing month is found from its name, not from the day.
        YearMonth closing = YearMonth.of(
                calendar.namedBy() == FiscalCalendar.NamedBy.END || calendar.start() == Month.JANUARY
                        ? number
                        : number + 1,
                calendar.start().minus(1));
        long afterMonthEnd = ChronoUnit.DAYS.between(closing.atEndOfMonth(), last);
        if (end.rule() == YearEnd.Rule.LAST) {
            assertThat(afterMonthEnd).isBetween(-6L, 0L);
        } else {
            assertThat(afterMonthEnd).isBetween(-3L, 3L);
        }
    }

    @Property
    void quartersOfWeeksFollowThePattern(
            @ForAll("calendars") FiscalCalendar calendar, @ForAll("dates") LocalDate date) {
        Assume.that(calendar.yearEnd().isPresent());
        FiscalPeriod quarter = calendar.quarterOf(date);
        List<Long> weeks = calendar.subperiods(quarter, Kind.MONTH).stream()
                .map(month -> (long) calendar.subperiods(month, Kind.WEEK).size())
                .toList();
        boolean longer = quarter.range().days() == 14 * 7;
        assertThat(longer || quarter.range().days() == 13 * 7).isTrue();
        assertThat(!longer || quarter.name().endsWith("Q4")).isTrue();
        long extra = longer ? 1 : 0;
        assertThat(weeks)
                .isEqualTo(
                        switch (calendar.pattern()) {
                            case WEEKS_445 -> List.of(4L, 4L, 5L + extra);
                            case WEEKS_454 -> List.of(4L, 5L, 4L + extra);
                            case WEEKS_544 -> List.of(5L, 4L, 4L + extra);
                            case MONTHS -> throw new AssertionError();
                        });
    }

    @Property
    void isoWeeksAreThoseOfTheJdk(@ForAll("dates") LocalDate date) {
        FiscalPeriod week = ISO.weekOf(date);
        assertThat(week.from().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(week.name())
                .isEqualTo("FY%d-W%02d"
                        .formatted(date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
    }

    @Property
    void orderIsByStartThenLongerFirst(@ForAll("calendars") FiscalCalendar calendar, @ForAll("dates") LocalDate date) {
        FiscalPeriod year = calendar.yearOf(date);
        List<FiscalPeriod> sorted = java.util.Arrays.stream(Kind.values())
                .map(kind -> calendar.periodOf(kind, year.from()))
                .sorted(java.util.Comparator.reverseOrder())
                .sorted()
                .toList();
        assertThat(sorted.stream().map(calendar::kindOf)).containsExactly(Kind.values());
        assertThat(calendar.next(year))
                .isGreaterThan(calendar.subperiods(year, Kind.WEEK).get(50));
    }

    @Provide
    Arbitrary<FiscalCalendar> calendars() {
        return TimeArbitraries.fiscalCalendars();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        // The days around the turn of a year decide to which year they belong.
        Arbitrary<LocalDate> turns = Arbitraries.integers()
                .between(-8, 8)
                .flatMap(days -> TimeArbitraries.dates()
                        .map(date -> date.withDayOfMonth(1).plusDays(days)));
        return Arbitraries.oneOf(TimeArbitraries.dates(), turns);
    }
}
