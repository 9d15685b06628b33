package io.salesops.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
    private static final BusinessCalendar BERLIN = BusinessCalendar.weekdays("Europe/Berlin", "09:00", "17:30");

    @Test
    void anHourFromFridayAfternoonEndsOnMonday() {
        assertThat(BERLIN.deadline(berlin("2026-03-13T16:45"), Duration.ofHours(1)))
                .isEqualTo(berlin("2026-03-16T09:15"));
    }

    @Test
    void workThatEndsWithTheDayIsDueThenAndNotTheNextMorning() {
        assertThat(BERLIN.deadline(berlin("2026-03-13T16:45"), Duration.ofMinutes(45)))
                .isEqualTo(berlin("2026-03-13T17:30"));
        assertThat(BERLIN.isWorking(berlin("2026-03-13T17:30"))).isFalse();
        assertThat(BERLIN.nextOpening(berlin("2026-03-13T17:30"))).isEqualTo(berlin("2026-03-16T09:00"));
        assertThat(BERLIN.nextOpening(berlin("2026-03-13T17:29"))).isEqualTo(berlin("2026-03-13T17:29"));
    }

    @Test
    void noWorkIsDoneAtOnceEvenAtNight() {
        assertThat(BERLIN.deadline(berlin("2026-03-14T03:00"), Duration.ZERO)).isEqualTo(berlin("2026-03-14T03:00"));
    }

    @Test
    void aNightThatLosesAnHourLosesItOfTheHoursWithinIt() {
        BusinessCalendar always = BERLIN.withWeek(WeeklyHours.always());
        assertThat(always.workingTime(berlin("2026-03-29T00:00"), berlin("2026-03-30T00:00")))
                .isEqualTo(Duration.ofHours(23));
        assertThat(always.workingTime(berlin("2026-10-25T00:00"), berlin("2026-10-26T00:00")))
                .isEqualTo(Duration.ofHours(25));
        // The clock shows 02:30 twice in October and never in March.
        BusinessCalendar night =
                BERLIN.withWeek(WeeklyHours.of(ImmutableMap.of(DayOfWeek.SUNDAY, DayHours.of("02:15", "02:45"))));
        assertThat(night.workingTime(berlin("2026-10-25T00:00"), berlin("2026-10-26T00:00")))
                .isEqualTo(Duration.ofHours(1));
        assertThat(night.workingTime(berlin("2026-03-29T00:00"), berlin("2026-03-30T00:00")))
                .isZero();
        // A weekend with a change of the clock does not move Monday's hours.
        assertThat(BERLIN.deadline(berlin("2026-03-27T17:00"), Duration.ofHours(1)))
                .isEqualTo(berlin("2026-03-30T09:30"));
    }

    @Test
    void specialDaysComeBeforeAbsencesAndHolidaysAndTheseBeforeTheWeek() {
        LocalDate monday = LocalDate.of(2026, 3, 16);
        BusinessCalendar holiday = BERLIN.withHolidays(ImmutableSortedSet.of(monday));
        BusinessCalendar shorter =
                holiday.withSpecialDays(ImmutableSortedMap.of(monday, DayHours.of("10:00", "12:00")));
        assertThat(holiday.hours(monday)).isEqualTo(DayHours.none());
        assertThat(holiday.deadline(berlin("2026-03-13T16:45"), Duration.ofHours(1)))
                .isEqualTo(berlin("2026-03-17T09:15"));
        assertThat(shorter.deadline(berlin("2026-03-13T16:45"), Duration.ofHours(1)))
                .isEqualTo(berlin("2026-03-16T10:15"));
        assertThat(shorter.withAbsences(DateRanges.of(DateRange.always())).hours(monday))
                .isEqualTo(DayHours.of("10:00", "12:00"));
    }

    @Test
    void aPersonIsAwayThoughTheCompanyWorksOnSaturday() {
        LocalDate saturday = LocalDate.of(2026, 3, 14);
        BusinessCalendar company =
                BERLIN.withSpecialDays(ImmutableSortedMap.of(saturday, DayHours.of("09:00", "13:00")));
        PersonalHours away = PersonalHours.builder()
                .absences(DateRanges.of(DateRange.of("2026-03-14", "2026-03-18")))
                .build();
        Instant friday = berlin("2026-03-13T17:00");
        assertThat(company.deadline(friday, Duration.ofHours(1))).isEqualTo(berlin("2026-03-14T09:30"));
        assertThat(company.forPerson(away).deadline(friday, Duration.ofHours(1)))
                .isEqualTo(berlin("2026-03-18T09:30"));
        assertThat(company.forPerson(away.withSpecialDays(
                                ImmutableSortedMap.of(saturday.plusDays(1), DayHours.of("20:00", "00:00"))))
                        .deadline(friday, Duration.ofHours(1)))
                .isEqualTo(berlin("2026-03-15T20:30"));
        assertThat(company.forPerson(PersonalHours.builder()
                                .zone(ZoneId.of("America/New_York"))
                                .week(WeeklyHours.weekdays("08:00", "12:00"))
                                .build())
                        .deadline(Instant.parse("2026-03-16T00:00:00Z"), Duration.ofHours(1)))
                .isEqualTo(Instant.parse("2026-03-16T13:00:00Z"));
    }

    @Test
    void longWorkIsCountedInWeeks() {
        // 40 hours a week in a zone without changes: 1,000 weeks to the minute.
        BusinessCalendar utc = BusinessCalendar.weekdays("UTC", "09:00", "17:00");
        Instant monday = Instant.parse("2026-03-16T09:00:00Z");
        assertThat(utc.deadline(monday, Duration.ofHours(40_000)))
                .isEqualTo(monday.plus(Duration.ofDays(7_000)).minus(Duration.ofHours(64)));
        assertThat(utc.workingTime(monday, monday.plus(Duration.ofDays(7_000_000))))
                .isEqualTo(Duration.ofHours(40_000_000));
    }

    @Test
    void aCalendarWithoutWorkHasNoDeadlines() {
        Instant start = berlin("2026-03-16T09:00");
        BusinessCalendar never = BERLIN.withWeek(WeeklyHours.of(ImmutableMap.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> never.deadline(start, Duration.ofHours(1)))
                .withMessageStartingWith(
                        "no deadline within 100 years of 2026-03-16T08:00:00Z for PT1H of working time")
                .withMessageEndingWith("Maybe the calendar has no working hours after that day.");
        assertThatIllegalArgumentException().isThrownBy(() -> never.nextOpening(start));
        BusinessCalendar left = BERLIN.withAbsences(DateRanges.of(DateRange.from(LocalDate.of(2026, 3, 17))));
        assertThat(left.deadline(start, Duration.ofHours(8))).isEqualTo(berlin("2026-03-16T17:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> left.deadline(start, Duration.ofHours(9)));
        assertThatIllegalArgumentException().isThrownBy(() -> BERLIN.deadline(start, Duration.ofDays(40_000)));
    }

    @Test
    void instantsOutOfOrderAndNegativeWorkAreRefused() {
        Instant start = berlin("2026-03-16T09:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BERLIN.workingTime(start, start.minusNanos(1)))
                .withMessageContaining("2026-03-16T07:59:59.999999999Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BERLIN.deadline(start, Duration.ofHours(-1)))
                .withMessage("working time must not be negative: PT-1H");
    }

    @Test
    void aDayWithoutHoursIsADayThatIsNotNamed() {
        assertThat(WeeklyHours.of(ImmutableMap.of(DayOfWeek.SUNDAY, DayHours.none())))
                .isEqualTo(WeeklyHours.of(ImmutableMap.of()));
        assertThat(BERLIN.week().on(DayOfWeek.SUNDAY)).isEqualTo(DayHours.none());
    }

    @Test
    void hoursThatOverlapOrCrossMidnightAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayHours.of(Hours.of("13:00", "17:00"), Hours.of("09:00", "13:30")))
                .withMessage("working hours overlap: 09:00-13:30 and 13:00-17:00. Maybe make one span of them.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hours.of("22:00", "06:00"))
                .withMessageContaining("Maybe split them at midnight");
        assertThatIllegalArgumentException().isThrownBy(() -> Hours.of("09:00", "09:00"));
        assertThat(DayHours.of(Hours.of("13:00", "00:00"), Hours.of("09:00", "13:00"))
                        .total())
                .isEqualTo(Duration.ofHours(15));
        assertThat(Hours.of("22:00", "00:00").contains(LocalTime.MAX)).isTrue();
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Berlin")).toInstant();
    }
}
