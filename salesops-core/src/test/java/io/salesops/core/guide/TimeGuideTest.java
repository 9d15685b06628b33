package io.salesops.core.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.core.money.Rational;
import io.salesops.core.time.BusinessCalendar;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DateRanges;
import io.salesops.core.time.DayCount;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import io.salesops.core.time.PeriodSchedule;
import io.salesops.core.time.PersonalHours;
import io.salesops.core.time.WeeklyHours;
import io.salesops.core.time.YearEnd;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;

/** The code of the guide on time. */
class TimeGuideTest {

    @Test
    void fiscalCalendar() {
        // snippet:time-fiscal
        FiscalCalendar fiscal = FiscalCalendar.startingIn(Month.JULY); // FY2026 ends in June 2026
        FiscalPeriod quarter = fiscal.quarterOf(LocalDate.parse("2026-02-10")); // FY2026-Q3
        FiscalPeriod before = fiscal.previous(quarter); // FY2026-Q2
        ImmutableList<FiscalPeriod> months = fiscal.subperiods(quarter, FiscalPeriod.Kind.MONTH);
        DateRange days = fiscal.parse("FY2026-M08").range(); // 2026-02-01 to before 2026-03-01
        // end
        assertThat(quarter).hasToString("FY2026-Q3");
        assertThat(before).hasToString("FY2026-Q2");
        assertThat(months).extracting(FiscalPeriod::name).containsExactly("FY2026-M07", "FY2026-M08", "FY2026-M09");
        assertThat(days).isEqualTo(DateRange.of("2026-02-01", "2026-03-01"));
    }

    @Test
    void fiscalWeeks() {
        // snippet:time-weeks
        FiscalCalendar weeks = FiscalCalendar.builder()
                .start(Month.OCTOBER)
                .pattern(FiscalCalendar.Pattern.WEEKS_445)
                .yearEnd(YearEnd.last(DayOfWeek.SATURDAY))
                .build();
        DateRange year = weeks.year(2023).range(); // 2022-09-25 to before 2023-10-01: 53 weeks
        // end
        assertThat(year).isEqualTo(DateRange.of("2022-09-25", "2023-10-01"));
        assertThat(weeks.subperiods(weeks.year(2023), FiscalPeriod.Kind.WEEK)).hasSize(53);
    }

    @Test
    void workingTime() {
        // snippet:time-working
        BusinessCalendar company = BusinessCalendar.weekdays("Europe/Berlin", "09:00", "17:30")
                .withHolidays(ImmutableSortedSet.of(LocalDate.parse("2026-04-03"), LocalDate.parse("2026-04-06")));
        Instant fridayAfternoon = Instant.parse("2026-03-13T15:45:00Z"); // 16:45 in Berlin
        Instant due = company.deadline(fridayAfternoon, Duration.ofHours(1)); // Monday 09:15
        Duration worked = company.workingTime(fridayAfternoon, due); // PT1H

        BusinessCalendar ana = company.forPerson(PersonalHours.builder()
                .week(WeeklyHours.weekdays("09:00", "13:00"))
                .absences(DateRanges.of(DateRange.of("2026-03-16", "2026-03-18")))
                .build());
        Instant dueByAna = ana.deadline(fridayAfternoon, Duration.ofHours(1)); // Wednesday 10:00
        // end
        assertThat(due).isEqualTo("2026-03-16T08:15:00Z");
        assertThat(worked).isEqualTo(Duration.ofHours(1));
        assertThat(dueByAna).isEqualTo("2026-03-18T09:00:00Z");
    }

    @Test
    void dayCounts() {
        // snippet:time-day-count
        DateRange period = DateRange.of("2026-04-01", "2026-05-01");
        DateRange used = DateRange.of("2026-04-16", "2026-05-01");
        Rational half = DayCount.of("MONTHS+DAYS").share(used, period); // 1/2 of the month
        Rational year =
                DayCount.ACT_365F.fraction(LocalDate.parse("2026-04-16"), LocalDate.parse("2026-05-01")); // 15/365

        PeriodSchedule billing = PeriodSchedule.of(LocalDate.parse("2026-01-31"), 1);
        ImmutableList<DateRange> periods = billing.first(3); // from 31 January, 28 February and 31 March
        // end
        assertThat(half).isEqualTo(Rational.of(1, 2));
        assertThat(year).isEqualTo(Rational.of(15, 365));
        assertThat(periods)
                .containsExactly(
                        DateRange.of("2026-01-31", "2026-02-28"),
                        DateRange.of("2026-02-28", "2026-03-31"),
                        DateRange.of("2026-03-31", "2026-04-30"));
    }
}
