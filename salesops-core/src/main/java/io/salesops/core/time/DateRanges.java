package io.salesops.core.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of days, as ranges in order that neither overlap nor touch.
 *
 * <p>Ranges may be given in any order and may overlap; two sets are equal if they have the same days. JSON is the list
 * of ranges. Immutable and thread-safe.
 *
 * @param ranges the ranges, from the earliest
 */
public record DateRanges(@JsonValue ImmutableList<DateRange> ranges) {
    private static final DateRanges NONE = new DateRanges(ImmutableList.of());

    /** Sorts the ranges, joins those that overlap or touch, and leaves out the empty ones. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DateRanges {
        ranges = joined(ranges);
    }

    /** Obtains the empty set. */
    public static DateRanges none() {
        return NONE;
    }

    /** Obtains the days of the ranges. */
    public static DateRanges of(DateRange... ranges) {
        return new DateRanges(ImmutableList.copyOf(ranges));
    }

    /** Whether the day belongs to the set; takes time linear in the number of ranges. */
    public boolean contains(LocalDate date) {
        return ranges.stream().anyMatch(range -> range.contains(date));
    }

    /** Returns the days that belong to either set. */
    public DateRanges union(DateRanges other) {
        return new DateRanges(ImmutableList.<DateRange>builder()
                .addAll(ranges)
                .addAll(other.ranges)
                .build());
    }

    /** Returns the days of the set that belong to the range. */
    public DateRanges intersection(DateRange range) {
        return new DateRanges(ranges.stream()
                .flatMap(own -> own.intersection(range).stream())
                .collect(ImmutableList.toImmutableList()));
    }

    private static ImmutableList<DateRange> joined(ImmutableList<DateRange> ranges) {
        List<DateRange> sorted = ranges.stream()
                .filter(range -> !range.isEmpty())
                .sorted(Comparator.comparing(range -> range.from().orElse(LocalDate.MIN)))
                .toList();
        List<DateRange> joined = new ArrayList<>();
        for (DateRange next : sorted) {
            DateRange last = joined.isEmpty() ? next : joined.get(joined.size() - 1);
            if (!joined.isEmpty() && reaches(last, next)) {
                joined.set(
                        joined.size() - 1,
                        new DateRange(last.from(), endsLater(last, next).before()));
            } else {
                joined.add(next);
            }
        }
        return ImmutableList.copyOf(joined);
    }

    private static boolean reaches(DateRange earlier, DateRange later) {
        return earlier.before().isEmpty()
                || later.from().isEmpty()
                || !later.from().get().isAfter(earlier.before().get());
    }

    private static DateRange endsLater(DateRange one, DateRange two) {
        if (one.before().isEmpty()) {
            return one;
        }
        return two.before().isEmpty() || two.before().get().isAfter(one.before().get()) ? two : one;
    }
}
