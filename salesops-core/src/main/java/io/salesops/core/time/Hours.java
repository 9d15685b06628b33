package io.salesops.core.time;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalTime;

/**
 * Working hours without a break, from {@code from} (in) to {@code before} (out), on the clock of one day.
 *
 * <p>A {@code before} of 00:00 is the midnight at the end of the day; hours never reach into the next day. Immutable and
 * thread-safe.
 *
 * @param from the time at which work starts
 * @param before the time at which it ends
 */
public record Hours(LocalTime from, LocalTime before) {
    static final long NANOS_OF_DAY = LocalTime.MAX.toNanoOfDay() + 1;

    /** Checks that work starts before it ends. */
    public Hours {
        checkArgument(
                from.isBefore(before) || before.equals(LocalTime.MIDNIGHT),
                "hours must start before they end: from %s, before %s. Maybe split them at midnight, which ends a day as 00:00.",
                from,
                before);
    }

    /** Obtains hours from ISO text, for example {@code "09:00", "17:30"}. */
    public static Hours of(String from, String before) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(before));
    }

    /** Whether the time is working time. */
    public boolean contains(LocalTime time) {
        return !time.isBefore(from) && time.toNanoOfDay() < end();
    }

    long start() {
        return from.toNanoOfDay();
    }

    long end() {
        return before.equals(LocalTime.MIDNIGHT) ? NANOS_OF_DAY : before.toNanoOfDay();
    }

    @Override
    public String toString() {
        return from + "-" + before;
    }
}
