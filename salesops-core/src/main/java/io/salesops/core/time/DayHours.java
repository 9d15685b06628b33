package io.salesops.core.time;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Comparator;

/**
 * The working hours of one day: any number of spans, none for a day off.
 *
 * <p>Spans may be given in any order; they may touch, as before and after a break of no length, but not overlap. JSON is
 * the list of spans. Immutable and thread-safe.
 *
 * @param spans the spans, from the earliest
 */
public record DayHours(@JsonValue ImmutableList<Hours> spans) {
    private static final DayHours NONE = new DayHours(ImmutableList.of());

    /** Sorts the spans and checks that they do not overlap. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DayHours {
        spans = ImmutableList.sortedCopyOf(Comparator.comparing(Hours::from), spans);
        for (int i = 1; i < spans.size(); i++) {
            checkArgument(
                    spans.get(i - 1).end() <= spans.get(i).start(),
                    "working hours overlap: %s and %s. Maybe make one span of them.",
                    spans.get(i - 1),
                    spans.get(i));
        }
    }

    /** Obtains a day off. */
    public static DayHours none() {
        return NONE;
    }

    /** Obtains a day of one span, from ISO text. */
    public static DayHours of(String from, String before) {
        return of(Hours.of(from, before));
    }

    /** Obtains a day of spans. */
    public static DayHours of(Hours... spans) {
        return new DayHours(ImmutableList.copyOf(spans));
    }

    /** Whether the time is working time. */
    public boolean contains(LocalTime time) {
        return spans.stream().anyMatch(span -> span.contains(time));
    }

    /** Returns the working time of a day on which the clock does not change. */
    public Duration total() {
        return Duration.ofNanos(nanos(0, Hours.NANOS_OF_DAY));
    }

    /** The working time between two times of the day, in nanoseconds since midnight. */
    long nanos(long from, long before) {
        long nanos = 0;
        for (Hours span : spans) {
            nanos += Math.max(0, Math.min(before, span.end()) - Math.max(from, span.start()));
        }
        return nanos;
    }
}
