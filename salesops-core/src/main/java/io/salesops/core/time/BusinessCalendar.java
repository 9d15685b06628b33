package io.salesops.core.time;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import io.salesops.core.style.SalesOpsStyle;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.immutables.value.Value;

/**
 * A calendar of working time: zone, weekly hours, holidays, absences, and hours of single dates.
 *
 * <p>An instant is working time if the clock of the zone then shows a time within the hours of the day that it shows. So
 * hours that fall into a gap of daylight saving do not count, and hours that an overlap repeats count twice. The hours
 * of a day are, in this order: those of the date in {@code specialDays}; none, if the day is an absence or a holiday;
 * those of the week.
 *
 * <p>Working time adds up: that from {@code a} to {@code c} is that from {@code a} to {@code b} and from {@code b} to
 * {@code c}. A deadline is the earliest instant by which the working time has passed, so that
 * {@code workingTime(start, deadline(start, work))} is {@code work}.
 *
 * <p>Cost of a call: whole weeks are multiplied, not walked. It is linear in the changes of the clock and in the
 * holidays, absences and special days between the two instants, and for a deadline logarithmic in the days between.
 * Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = BusinessCalendar.Builder.class)
public interface BusinessCalendar extends WithBusinessCalendar {

    /** The zone whose clock the hours speak of. */
    ZoneId zone();

    /** The hours of a week. */
    WeeklyHours week();

    /** The days on which nobody works. */
    @Value.NaturalOrder
    ImmutableSortedSet<LocalDate> holidays();

    /** The hours of single dates, such as a working Saturday or a short Christmas Eve, in place of all else. */
    @Value.NaturalOrder
    ImmutableSortedMap<LocalDate, DayHours> specialDays();

    /** Longer times without work; none unless stated. */
    @Value.Default
    default DateRanges absences() {
        return DateRanges.none();
    }

    /**
     * Obtains a calendar of the same hours from Monday to Friday, for example
     * {@code weekdays("Europe/Berlin", "09:00", "17:30")}.
     */
    static BusinessCalendar weekdays(String zone, String from, String before) {
        return builder()
                .zone(ZoneId.of(zone))
                .week(WeeklyHours.weekdays(from, before))
                .build();
    }

    /**
     * Returns the calendar of a person: the company's, with the person's zone and week in place of the company's, and
     * the person's absences and single dates besides.
     *
     * <p>An absence of the person hides special days of the company; the person's own special days hide everything.
     */
    default BusinessCalendar forPerson(PersonalHours own) {
        ImmutableSortedMap.Builder<LocalDate, DayHours> special = ImmutableSortedMap.naturalOrder();
        special.putAll(Maps.filterKeys(
                specialDays(),
                date -> !own.absences().contains(date) && !own.specialDays().containsKey(date)));
        special.putAll(own.specialDays());
        return builder()
                .zone(own.zone().orElse(zone()))
                .week(own.week().orElse(week()))
                .holidays(holidays())
                .specialDays(special.build())
                .absences(absences().union(own.absences()))
                .build();
    }

    /** Returns the working hours of a day. */
    default DayHours hours(LocalDate date) {
        DayHours special = specialDays().get(date);
        if (special != null) {
            return special;
        }
        return holidays().contains(date) || absences().contains(date)
                ? DayHours.none()
                : week().on(date.getDayOfWeek());
    }

    /** Whether the instant is working time. */
    default boolean isWorking(Instant instant) {
        ZonedDateTime local = instant.atZone(zone());
        return hours(local.toLocalDate()).contains(local.toLocalTime());
    }

    /**
     * Returns the working time between two instants.
     *
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    default Duration workingTime(Instant from, Instant to) {
        return new WorkingTimeline(this).workingTime(from, to);
    }

    /**
     * Returns the earliest instant by which the working time has passed; for no working time the start itself.
     *
     * @throws IllegalArgumentException if the working time is negative, or does not pass within 100 years
     */
    default Instant deadline(Instant start, Duration workingTime) {
        return new WorkingTimeline(this).deadline(start, workingTime);
    }

    /**
     * Returns the earliest instant of working time that is not before the given one.
     *
     * @throws IllegalArgumentException if there is none within 100 years
     */
    default Instant nextOpening(Instant from) {
        return isWorking(from) ? from : deadline(from, Duration.ofNanos(1)).minusNanos(1);
    }

    /** Starts a calendar. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds calendars. */
    final class Builder extends ImmutableBusinessCalendar.Builder {
        Builder() {}
    }
}
