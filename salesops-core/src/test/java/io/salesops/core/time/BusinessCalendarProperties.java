package io.salesops.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.testkit.TimeArbitraries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Working time against a clock that is read minute by minute, and its laws, near changes of the clock. */
class BusinessCalendarProperties {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Property
    void workingTimeIsWhatAClockReadEachMinuteCounts(@ForAll("changes") Case at) {
        assertThat(at.calendar.workingTime(at.start, at.end)).isEqualTo(countedMinutes(at));
    }

    @Property(tries = 30)
    void workingTimeOfMonthsIsWhatAClockReadEachMinuteCounts(@ForAll("changes") Case at) {
        Case months = new Case(at.calendar, at.start.minus(30, ChronoUnit.DAYS), at.end.plus(30, ChronoUnit.DAYS));
        assertThat(months.calendar.workingTime(months.start, months.end)).isEqualTo(countedMinutes(months));
    }

    @Property
    void aDeadlineIsTheEarliestInstantByWhichTheWorkIsDone(@ForAll("changes") Case at) {
        Instant earliest = at.start;
        for (Instant minute = at.start; minute.isBefore(at.end); minute = minute.plus(MINUTE)) {
            if (works(at.calendar, minute)) {
                earliest = minute.plus(MINUTE);
            }
        }
        assertThat(at.calendar.deadline(at.start, countedMinutes(at))).isEqualTo(earliest);
    }

    @Property
    void anInstantIsWorkingTimeIfTheClockShowsOne(@ForAll("changes") Case at) {
        assertThat(at.calendar.isWorking(at.start)).isEqualTo(works(at.calendar, at.start));
    }

    @Property(tries = 100)
    void theNextOpeningIsTheFirstWorkingMinute(@ForAll("changes") Case at) {
        Instant far = at.start.plus(25, ChronoUnit.DAYS);
        Instant first = at.start;
        while (first.isBefore(far) && !works(at.calendar, first)) {
            first = first.plus(MINUTE);
        }
        Assume.that(first.isBefore(far));
        assertThat(at.calendar.nextOpening(at.start)).isEqualTo(first);
    }

    @Property
    void workingTimeAddsUp(
            @ForAll("anyTimes") Case at, @ForAll @LongRange(min = 0, max = 100_000_000_000_000_000L) long nanos) {
        Instant middle = at.start.plusNanos(nanos);
        Assume.that(!middle.isAfter(at.end));
        assertThat(at.calendar.workingTime(at.start, middle).plus(at.calendar.workingTime(middle, at.end)))
                .isEqualTo(at.calendar.workingTime(at.start, at.end));
    }

    @Property
    void theWorkingTimeUntilADeadlineIsTheOneAskedFor(
            @ForAll("anyTimes") Case at, @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long nanos) {
        Duration work = Duration.ofNanos(nanos);
        Instant deadline = at.calendar.deadline(at.start, work);
        assertThat(at.calendar.workingTime(at.start, deadline)).isEqualTo(work);
        if (!work.isZero()) {
            assertThat(at.calendar.workingTime(at.start, deadline.minusNanos(1)))
                    .isLessThan(work);
        }
        Instant reached = at.calendar.deadline(at.start, at.calendar.workingTime(at.start, at.end));
        assertThat(reached).isBeforeOrEqualTo(at.end);
        assertThat(at.calendar.workingTime(reached, at.end)).isZero();
    }

    @Property
    void aPersonWorksTheOwnHoursAndIsAwayWhenAbsent(
            @ForAll("changes") Case at, @ForAll("personsNearChanges") PersonalHours own) {
        BusinessCalendar person = at.calendar.forPerson(own);
        ZoneId zone = own.zone().orElse(at.calendar.zone());
        LocalDate around = LocalDate.ofInstant(at.start, at.calendar.zone());
        for (LocalDate day = around.minusDays(12); day.isBefore(around.plusDays(12)); day = day.plusDays(1)) {
            DayHours expected;
            if (own.specialDays().containsKey(day)) {
                expected = own.specialDays().get(day);
            } else if (own.absences().contains(day)) {
                expected = DayHours.none();
            } else if (at.calendar.specialDays().containsKey(day)) {
                expected = at.calendar.specialDays().get(day);
            } else if (at.calendar.holidays().contains(day)
                    || at.calendar.absences().contains(day)) {
                expected = DayHours.none();
            } else {
                expected = own.week().orElse(at.calendar.week()).on(day.getDayOfWeek());
            }
            assertThat(person.hours(day)).isEqualTo(expected);
        }
        assertThat(person.zone()).isEqualTo(zone);
    }

    private static Duration countedMinutes(Case at) {
        long minutes = 0;
        for (Instant minute = at.start; minute.isBefore(at.end); minute = minute.plus(MINUTE)) {
            minutes += works(at.calendar, minute) ? 1 : 0;
        }
        return Duration.ofMinutes(minutes);
    }

    /** What the calendar says in words, without any of its arithmetic. */
    private static boolean works(BusinessCalendar calendar, Instant instant) {
        ZonedDateTime shown = instant.atZone(calendar.zone());
        LocalDate date = shown.toLocalDate();
        DayHours hours = calendar.specialDays().get(date);
        if (hours == null) {
            boolean off = calendar.holidays().contains(date)
                    || calendar.absences().ranges().stream().anyMatch(range -> range.contains(date));
            hours = off ? DayHours.none() : calendar.week().days().get(date.getDayOfWeek());
        }
        LocalTime time = shown.toLocalTime();
        return hours != null
                && hours.spans().stream()
                        .anyMatch(span -> !time.isBefore(span.from())
                                && (time.isBefore(span.before())
                                        || span.before().equals(LocalTime.MIDNIGHT)));
    }

    /** A calendar and two instants in order. */
    record Case(BusinessCalendar calendar, Instant start, Instant end) {}

    /** Up to three days, in whole minutes, from a day and a half before a change of the clock. */
    @Provide
    Arbitrary<Case> changes() {
        return Arbitraries.of(
                        change("Europe/Berlin", "2026-03-29"),
                        change("Europe/Berlin", "2026-10-25"),
                        change("America/New_York", "2026-03-08"),
                        change("America/New_York", "2026-11-01"),
                        // Half an hour.
                        change("Australia/Lord_Howe", "2026-04-05"),
                        change("Australia/Lord_Howe", "2026-10-04"),
                        // One minute past midnight: back into the day before.
                        change("America/St_Johns", "2010-03-14"),
                        change("America/St_Johns", "2010-11-07"),
                        // At midnight, so that the day starts at 01:00.
                        change("America/Havana", "2026-03-08"),
                        // A day that the island left out.
                        change("Pacific/Apia", "2011-12-30"))
                .flatMap(noon -> Combinators.combine(
                                TimeArbitraries.businessCalendars(noon.getZone(), noon.toLocalDate()),
                                Arbitraries.integers().between(-48 * 60, 24 * 60),
                                Arbitraries.integers().between(0, 72 * 60))
                        .as((calendar, offset, length) -> {
                            Instant start = noon.toInstant().plus(MINUTE.multipliedBy(offset));
                            return new Case(calendar, start, start.plus(MINUTE.multipliedBy(length)));
                        }));
    }

    private static ZonedDateTime change(String zone, String date) {
        return LocalDate.parse(date).atTime(12, 0).atZone(ZoneId.of(zone));
    }

    @Provide
    Arbitrary<PersonalHours> personsNearChanges() {
        return Arbitraries.of("2026-03-29", "2026-10-25", "2010-11-07")
                .map(LocalDate::parse)
                .flatMap(TimeArbitraries::personalHours);
    }

    /** Up to some years, to the nanosecond, of calendars that have working hours. */
    @Provide
    Arbitrary<Case> anyTimes() {
        return Combinators.combine(
                        TimeArbitraries.businessCalendars(),
                        TimeArbitraries.dates(),
                        Arbitraries.longs().between(0, 86_399_999_999_999L),
                        Arbitraries.longs().between(0, 100_000_000_000_000_000L))
                .as((calendar, date, nanoOfDay, length) -> {
                    Instant start =
                            date.atStartOfDay(calendar.zone()).toInstant().plusNanos(nanoOfDay);
                    return new Case(calendar, start, start.plusNanos(length));
                })
                .filter(at -> at.calendar.week().days().values().stream()
                        .anyMatch(hours -> hours.total().compareTo(Duration.ofMinutes(15)) > 0));
    }
}
