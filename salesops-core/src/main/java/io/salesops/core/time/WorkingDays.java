package io.salesops.core.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Working time on a clock that never changes, in nanoseconds; a range of up to 100 years fits into a long. */
final class WorkingDays {
    private final BusinessCalendar calendar;
    private final long[] ofWeekday = new long[8];
    private final long ofWeek;

    WorkingDays(BusinessCalendar calendar) {
        this.calendar = calendar;
        long sum = 0;
        for (DayOfWeek day : DayOfWeek.values()) {
            ofWeekday[day.getValue()] = allDay(calendar.week().on(day));
            sum += ofWeekday[day.getValue()];
        }
        this.ofWeek = sum;
    }

    /** The working time between two local times. */
    long between(LocalDateTime from, LocalDateTime before) {
        LocalDate first = from.toLocalDate();
        LocalDate last = before.toLocalDate();
        long start = from.toLocalTime().toNanoOfDay();
        long end = before.toLocalTime().toNanoOfDay();
        return first.equals(last)
                ? calendar.hours(first).nanos(start, end)
                : calendar.hours(first).nanos(start, Hours.NANOS_OF_DAY)
                        + wholeDays(first.plusDays(1), last)
                        + calendar.hours(last).nanos(0, end);
    }

    /** The earliest local time by which the work is done; it is done by {@code limit}. */
    LocalDateTime reach(LocalDateTime from, LocalDateTime limit, long work) {
        LocalDate day = from.toLocalDate();
        for (long most = ChronoUnit.DAYS.between(day, limit.toLocalDate()); most > 0; ) {
            long half = most / 2;
            LocalDate middle = day.plusDays(half);
            if (between(from, middle.plusDays(1).atStartOfDay()) >= work) {
                most = half;
            } else {
                day = middle.plusDays(1);
                most -= half + 1;
            }
        }
        LocalDateTime start = day.isAfter(from.toLocalDate()) ? day.atStartOfDay() : from;
        return reachWithin(start, work - between(from, start));
    }

    private LocalDateTime reachWithin(LocalDateTime start, long work) {
        LocalDate day = start.toLocalDate();
        long now = start.toLocalTime().toNanoOfDay();
        long rest = work;
        for (Hours span : calendar.hours(day).spans()) {
            long opens = Math.max(now, span.start());
            long open = Math.max(0, span.end() - opens);
            if (open >= rest) {
                return day.atStartOfDay().plusNanos(opens + rest);
            }
            rest -= open;
        }
        throw new IllegalStateException(day + " has too little working time: " + rest + " ns are left");
    }

    /** The working time of the days from {@code from} to before {@code before}. */
    private long wholeDays(LocalDate from, LocalDate before) {
        if (!from.isBefore(before)) {
            return 0;
        }
        long sum = weekly(from, before);
        for (DateRange absence :
                calendar.absences().intersection(DateRange.of(from, before)).ranges()) {
            sum -= weekly(absence.from().orElse(from), absence.before().orElse(before));
        }
        for (LocalDate holiday : calendar.holidays().subSet(from, before)) {
            if (!calendar.absences().contains(holiday)) {
                sum -= ofWeekday(holiday);
            }
        }
        for (var special : calendar.specialDays().subMap(from, before).entrySet()) {
            LocalDate date = special.getKey();
            boolean off =
                    calendar.holidays().contains(date) || calendar.absences().contains(date);
            sum += allDay(special.getValue()) - (off ? 0 : ofWeekday(date));
        }
        return sum;
    }

    private long weekly(LocalDate from, LocalDate before) {
        long days = ChronoUnit.DAYS.between(from, before);
        long sum = days / 7 * ofWeek;
        for (LocalDate day = before.minusDays(days % 7); day.isBefore(before); day = day.plusDays(1)) {
            sum += ofWeekday(day);
        }
        return sum;
    }

    private long ofWeekday(LocalDate date) {
        return ofWeekday[date.getDayOfWeek().getValue()];
    }

    private static long allDay(DayHours hours) {
        return hours.nanos(0, Hours.NANOS_OF_DAY);
    }
}
