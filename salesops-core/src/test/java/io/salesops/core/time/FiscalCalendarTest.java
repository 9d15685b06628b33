package io.salesops.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.salesops.core.time.FiscalCalendar.NamedBy;
import io.salesops.core.time.FiscalCalendar.Pattern;
import io.salesops.core.time.FiscalPeriod.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiscalCalendarTest {
    private static final FiscalCalendar CALENDAR_YEAR = FiscalCalendar.startingIn(Month.JANUARY);
    private static final FiscalCalendar FROM_JULY = FiscalCalendar.startingIn(Month.JULY);

    @Test
    void aYearFromJulyIsNamedByItsEndUnlessStated() {
        assertThat(FROM_JULY.year(2026)).isEqualTo(period("FY2026", "2025-07-01", "2026-07-01"));
        assertThat(FROM_JULY.withNamedBy(NamedBy.START).year(2026))
                .isEqualTo(period("FY2026", "2026-07-01", "2027-07-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "FY2026-H2, 2026-01-01, 2026-07-01",
        "FY2026-Q1, 2025-07-01, 2025-10-01",
        "FY2026-M08, 2026-02-01, 2026-03-01",
        "FY2026-W01, 2025-07-01, 2025-07-08",
        "FY2026-W53, 2026-06-30, 2026-07-01",
        "FY2024-W53, 2024-06-29, 2024-07-01"
    })
    void namesStandForPeriodsOfAYearFromJuly(String name, String from, String before) {
        assertThat(FROM_JULY.parse(name)).isEqualTo(period(name, from, before));
    }

    @Test
    void aPeriodHoldsItsFirstDayAndNotTheDayAfterItsLast() {
        FiscalPeriod half = FROM_JULY.half(2026, 2);
        assertThat(half).isEqualTo(FROM_JULY.parse("FY2026-H2"));
        assertThat(half.contains(LocalDate.of(2025, 12, 31))).isFalse();
        assertThat(half.contains(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(half.contains(LocalDate.of(2026, 6, 30))).isTrue();
        assertThat(half.contains(LocalDate.of(2026, 7, 1))).isFalse();
    }

    @Test
    void theFirstAndTheLastYearAreOneAnd9999() {
        assertThat(CALENDAR_YEAR.parse("FY0001").from()).isEqualTo("0001-01-01");
        assertThat(CALENDAR_YEAR.parse("FY9999-W53").name()).isEqualTo("FY9999-W53");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR_YEAR.yearOf(LocalDate.of(10_000, 1, 1)))
                .withMessage("fiscal year must be from 1 to 9999: 10000");
    }

    /** The years that the National Retail Federation publishes; 2017 and 2023 have 53 weeks. */
    @ParameterizedTest
    @CsvSource({
        "2016, 2016-01-31, 2017-01-29",
        "2017, 2017-01-29, 2018-02-04",
        "2018, 2018-02-04, 2019-02-03",
        "2023, 2023-01-29, 2024-02-04",
        "2024, 2024-02-04, 2025-02-02",
        "2025, 2025-02-02, 2026-02-01"
    })
    void retailYearsAreThoseOfTheFederation(int year, String from, String before) {
        assertThat(FiscalCalendar.retail().year(year).range()).isEqualTo(DateRange.of(from, before));
    }

    @Test
    void theExtraWeekOfARetailYearIsInJanuary() {
        FiscalCalendar retail = FiscalCalendar.retail();
        assertThat(retail.month(2023, 12)).isEqualTo(period("FY2023-M12", "2023-12-31", "2024-02-04"));
        assertThat(retail.month(2024, 12)).isEqualTo(period("FY2024-M12", "2025-01-05", "2025-02-02"));
    }

    /** Apple's years end on the last Saturday of September; that of 2023 had 53 weeks. */
    @ParameterizedTest
    @CsvSource({
        "2022, 2021-09-26, 2022-09-25",
        "2023, 2022-09-25, 2023-10-01",
        "2024, 2023-10-01, 2024-09-29",
        "2025, 2024-09-29, 2025-09-28"
    })
    void yearsThatEndOnTheLastSaturdayOfSeptember(int year, String from, String before) {
        FiscalCalendar calendar = FiscalCalendar.builder()
                .start(Month.OCTOBER)
                .pattern(Pattern.WEEKS_544)
                .yearEnd(YearEnd.last(DayOfWeek.SATURDAY))
                .build();
        assertThat(calendar.year(year).range()).isEqualTo(DateRange.of(from, before));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "FY26",
                "FY2026-",
                "FY2026-Q",
                "FY2026-Q01",
                "FY2026-M1",
                "FY2026-X1",
                "fy2026",
                "FY2026-Q1 "
            })
    void textThatIsNoNameIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR_YEAR.parse(text))
                .withMessage("no name of a fiscal period: '" + text
                        + "'. Maybe write it like FY2026, FY2026-H1, FY2026-Q1, FY2026-M01 or FY2026-W01.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FY2026-H0", "FY2026-H3", "FY2026-Q5", "FY2026-M00", "FY2026-M13", "FY2026-W54", "FY0000"})
    void periodsThatAYearDoesNotHaveAreRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> CALENDAR_YEAR.parse(name));
    }

    @Test
    void aYearOf52WeeksHasNoWeek53() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiscalCalendar.iso().week(2025, 53))
                .withMessage("no period FY2025-W53: FY2025 has 52 of kind WEEK. Maybe count from 1.");
        assertThat(FiscalCalendar.iso().week(2026, 53)).isEqualTo(period("FY2026-W53", "2026-12-28", "2027-01-04"));
    }

    @Test
    void aPeriodOfAnotherCalendarIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FROM_JULY.next(CALENDAR_YEAR.quarter(2026, 1)))
                .withMessageContaining("FY2026-Q1")
                .withMessageContaining("Maybe it was made by another calendar");
    }

    @Test
    void weeksDoNotDivideCalendarMonthsAndYearsDoNotDivideQuarters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR_YEAR.subperiods(CALENDAR_YEAR.month(2026, 1), Kind.WEEK))
                .withMessageContaining("FY2026-M01 does not divide into periods of kind WEEK");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR_YEAR.subperiods(CALENDAR_YEAR.quarter(2026, 1), Kind.YEAR));
    }

    @Test
    void aCalendarOfWeeksSaysWhenItsYearsEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        FiscalCalendar.builder().pattern(Pattern.WEEKS_445).build())
                .withMessage(
                        "years of weeks need yearEnd, the day on which they end. Maybe it is the last Saturday of the"
                                + " closing month.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiscalCalendar.builder()
                        .yearEnd(YearEnd.last(DayOfWeek.FRIDAY))
                        .build())
                .withMessage(
                        "years of months end with a month, not by yearEnd last FRIDAY. Maybe the pattern is weeks445.");
    }

    @Test
    void aPeriodHasANameAndADay() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> new FiscalPeriod(" ", day, day.plusDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new FiscalPeriod("FY2026", day, day));
    }

    private static FiscalPeriod period(String name, String from, String before) {
        return new FiscalPeriod(name, LocalDate.parse(from), LocalDate.parse(before));
    }
}
