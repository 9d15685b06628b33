package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.BusinessCalendar;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DateRanges;
import io.salesops.core.time.DayCount;
import io.salesops.core.time.DayHours;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import io.salesops.core.time.Hours;
import io.salesops.core.time.MonthEnd;
import io.salesops.core.time.PeriodSchedule;
import io.salesops.core.time.PersonalHours;
import io.salesops.core.time.WeeklyHours;
import io.salesops.core.time.YearEnd;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of dates, periods, calendars and conventions; ends of months, leap days and changes of the clock come often. */
public final class TimeArbitraries {
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2060, 12, 31);
    private static final int MINUTES_OF_DAY = 24 * 60;

    private TimeArbitraries() {}

    /** Days from 1990 to 2060; one in three is the first or last day of its month. */
    public static Arbitrary<LocalDate> dates() {
        Arbitrary<LocalDate> any = Arbitraries.longs()
                .between(FIRST.toEpochDay(), LAST.toEpochDay())
                .map(LocalDate::ofEpochDay);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, any),
                net.jqwik.api.Tuple.of(1, any.map(date -> date.withDayOfMonth(date.lengthOfMonth()))),
                net.jqwik.api.Tuple.of(1, any.map(date -> date.withDayOfMonth(1))));
    }

    /** Ranges of 0 to 1,500 days. */
    public static Arbitrary<DateRange> boundedRanges() {
        return Combinators.combine(dates(), Arbitraries.integers().between(0, 1_500))
                .as((from, days) -> DateRange.of(from, from.plusDays(days)));
    }

    /** Ranges of days, of which some have no start, no end or neither. */
    public static Arbitrary<DateRange> ranges() {
        return Arbitraries.oneOf(
                boundedRanges(),
                dates().map(DateRange::from),
                dates().map(DateRange::before),
                Arbitraries.just(DateRange.always()));
    }

    /** Sets of up to five ranges. */
    public static Arbitrary<DateRanges> rangeSets() {
        return ranges().list().ofMaxSize(5).map(ranges -> new DateRanges(ImmutableList.copyOf(ranges)));
    }

    /** Calendars of months and of weeks, from any month, named by either year. */
    public static Arbitrary<FiscalCalendar> fiscalCalendars() {
        Arbitrary<FiscalCalendar.Pattern> patterns = Arbitraries.of(FiscalCalendar.Pattern.class);
        return Combinators.combine(
                        Arbitraries.of(Month.class), Arbitraries.of(FiscalCalendar.NamedBy.class), patterns, yearEnds())
                .as((start, namedBy, pattern, end) -> {
                    FiscalCalendar.Builder calendar = FiscalCalendar.builder()
                            .start(start)
                            .namedBy(namedBy)
                            .pattern(pattern);
                    return pattern == FiscalCalendar.Pattern.MONTHS
                            ? calendar.build()
                            : calendar.yearEnd(end).build();
                });
    }

    /** Periods of a calendar, of any kind. */
    public static Arbitrary<FiscalPeriod> periods(FiscalCalendar calendar) {
        return Combinators.combine(Arbitraries.of(FiscalPeriod.Kind.class), dates())
                .as(calendar::periodOf);
    }

    /** Up to three spans of whole minutes. */
    public static Arbitrary<DayHours> dayHours() {
        return Arbitraries.integers()
                .between(0, MINUTES_OF_DAY)
                .set()
                .ofMaxSize(6)
                .map(TimeArbitraries::spans);
    }

    private static DayHours spans(Set<Integer> minutes) {
        List<Integer> sorted = minutes.stream().sorted().toList();
        List<Hours> spans = new ArrayList<>();
        for (int i = 1; i < sorted.size(); i += 2) {
            spans.add(new Hours(time(sorted.get(i - 1)), time(sorted.get(i))));
        }
        return new DayHours(ImmutableList.copyOf(spans));
    }

    private static LocalTime time(int minute) {
        return LocalTime.MIDNIGHT.plusMinutes(minute);
    }

    /** Weeks with any hours on any day. */
    public static Arbitrary<WeeklyHours> weeklyHours() {
        return Arbitraries.maps(Arbitraries.of(DayOfWeek.class), dayHours())
                .ofMinSize(1)
                .map(WeeklyHours::of);
    }

    /** Zones with a daylight saving of an hour, of half an hour and without, and with a change of the clock just after midnight. */
    public static Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "America/St_Johns",
                        "Asia/Kolkata",
                        "UTC")
                .map(ZoneId::of);
    }

    /** Calendars whose holidays, special days and absences lie in the 20 days around a date. */
    public static Arbitrary<BusinessCalendar> businessCalendars(ZoneId zone, LocalDate around) {
        Arbitrary<LocalDate> near = near(around);
        return Combinators.combine(weeklyHours(), near.set().ofMaxSize(3), specialDays(near), absences(near))
                .as((week, holidays, special, absences) -> BusinessCalendar.builder()
                        .zone(zone)
                        .week(week)
                        .holidays(ImmutableSortedSet.copyOf(holidays))
                        .specialDays(special)
                        .absences(absences)
                        .build());
    }

    /** Calendars of any zone around any date. */
    public static Arbitrary<BusinessCalendar> businessCalendars() {
        return Combinators.combine(zones(), dates()).flatAs(TimeArbitraries::businessCalendars);
    }

    /** The hours of a person, with absences and special days in the 20 days around a date. */
    public static Arbitrary<PersonalHours> personalHours(LocalDate around) {
        Arbitrary<LocalDate> near = near(around);
        return Combinators.combine(zones().optional(), weeklyHours().optional(), specialDays(near), absences(near))
                .as((zone, week, special, absences) -> PersonalHours.builder()
                        .zone(zone)
                        .week(week)
                        .specialDays(special)
                        .absences(absences)
                        .build());
    }

    private static Arbitrary<LocalDate> near(LocalDate around) {
        return Arbitraries.integers().between(-10, 10).map(around::plusDays);
    }

    private static Arbitrary<ImmutableSortedMap<LocalDate, DayHours>> specialDays(Arbitrary<LocalDate> near) {
        return Arbitraries.maps(near, dayHours()).ofMaxSize(3).map(ImmutableSortedMap::copyOf);
    }

    private static Arbitrary<DateRanges> absences(Arbitrary<LocalDate> near) {
        return Combinators.combine(near, Arbitraries.integers().between(0, 4))
                .as((from, days) -> DateRange.of(from, from.plusDays(days)))
                .list()
                .ofMaxSize(2)
                .map(ranges -> new DateRanges(ImmutableList.copyOf(ranges)));
    }

    /** All conventions, of months with a fixed number of days those with 28, 30 and 31. */
    public static Arbitrary<DayCount> dayCounts() {
        return Arbitraries.of(DayCount.known().stream()
                .flatMap(name -> name.equals("FIXED/n")
                        ? List.of(DayCount.fixed(28), DayCount.fixed(30), DayCount.fixed(31)).stream()
                        : List.of(DayCount.of(name)).stream())
                .collect(Collectors.toList()));
    }

    /** Schedules of 1 to 24 months. */
    public static Arbitrary<PeriodSchedule> schedules() {
        return Combinators.combine(dates(), Arbitraries.integers().between(1, 24), Arbitraries.of(MonthEnd.class))
                .as(PeriodSchedule::new);
    }

    /** Days to ask about, some with an earlier knowledge, in any zone; without exchange rates. */
    public static Arbitrary<AsOf> asOf() {
        Arbitrary<Instant> instants = Arbitraries.longs()
                .between(FIRST.toEpochDay() * 86_400, LAST.toEpochDay() * 86_400)
                .map(Instant::ofEpochSecond);
        return Combinators.combine(dates(), instants.optional(), zones())
                .as((date, known, zone) ->
                        AsOf.builder().date(date).knownAt(known).zone(zone).build());
    }

    /** Spans of hours on one day. */
    public static Arbitrary<Hours> hours() {
        return Members.of(dayHours().map(DayHours::spans));
    }

    /** Rules for the last day of a year of weeks. */
    public static Arbitrary<YearEnd> yearEnds() {
        return Combinators.combine(Arbitraries.of(YearEnd.Rule.class), Arbitraries.of(DayOfWeek.class))
                .as(YearEnd::new);
    }

    /** Months, quarters, halves and years of any calendar. */
    public static Arbitrary<FiscalPeriod> fiscalPeriods() {
        return fiscalCalendars().flatMap(TimeArbitraries::periods);
    }

    /** The hours of a person, with absences and special days around any date. */
    public static Arbitrary<PersonalHours> personalHours() {
        return dates().flatMap(TimeArbitraries::personalHours);
    }
}
