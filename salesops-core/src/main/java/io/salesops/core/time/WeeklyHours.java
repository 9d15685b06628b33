package io.salesops.core.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import java.time.DayOfWeek;
import java.util.Map;

/**
 * The working hours of a week that repeats; a day that is not named is off.
 *
 * <p>JSON is an object of days, {@code {"MONDAY":[{"from":"09:00:00","before":"17:30:00"}]}}. Immutable and thread-safe.
 *
 * @param days the days with working hours
 */
public record WeeklyHours(@JsonValue ImmutableSortedMap<DayOfWeek, DayHours> days) {

    /** Leaves out days off. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WeeklyHours {
        days = ImmutableSortedMap.copyOf(Maps.filterValues(days, hours -> !hours.equals(DayHours.none())));
    }

    /** Obtains the hours of named days. */
    public static WeeklyHours of(Map<DayOfWeek, DayHours> days) {
        return new WeeklyHours(ImmutableSortedMap.copyOf(days));
    }

    /** Obtains the same hours from Monday to Friday, from ISO text. */
    public static WeeklyHours weekdays(String from, String before) {
        DayHours hours = DayHours.of(from, before);
        return of(ImmutableMap.of(
                DayOfWeek.MONDAY, hours,
                DayOfWeek.TUESDAY, hours,
                DayOfWeek.WEDNESDAY, hours,
                DayOfWeek.THURSDAY, hours,
                DayOfWeek.FRIDAY, hours));
    }

    /** Obtains all hours of all days. */
    public static WeeklyHours always() {
        DayHours hours = DayHours.of("00:00", "00:00");
        return of(Maps.toMap(java.util.Arrays.asList(DayOfWeek.values()), day -> hours));
    }

    /** Returns the hours of a day of the week. */
    public DayHours on(DayOfWeek day) {
        DayHours hours = days.get(day);
        return hours == null ? DayHours.none() : hours;
    }
}
