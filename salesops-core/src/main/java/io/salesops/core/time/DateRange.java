package io.salesops.core.time;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Days from {@code from} (in) to {@code before} (out); an absent bound is unlimited. Immutable and thread-safe.
 *
 * @param from the first day
 * @param before the first day that no longer belongs to the range
 */
public record DateRange(Optional<LocalDate> from, Optional<LocalDate> before) {

    /** Checks that the bounds are in order; equal bounds make an empty range. */
    public DateRange {
        checkArgument(
                from.isEmpty() || before.isEmpty() || !from.get().isAfter(before.get()),
                "range must not end before it starts: from %s, before %s",
                from.map(LocalDate::toString).orElse("always"),
                before.map(LocalDate::toString).orElse("ever"));
    }

    /** Obtains a range with both bounds. */
    public static DateRange of(LocalDate from, LocalDate before) {
        return new DateRange(Optional.of(from), Optional.of(before));
    }

    /** Obtains a range with both bounds, in ISO text. */
    public static DateRange of(String from, String before) {
        return of(LocalDate.parse(from), LocalDate.parse(before));
    }

    /** Obtains a range that never ends. */
    public static DateRange from(LocalDate from) {
        return new DateRange(Optional.of(from), Optional.empty());
    }

    /** Obtains a range that has always been. */
    public static DateRange before(LocalDate before) {
        return new DateRange(Optional.empty(), Optional.of(before));
    }

    /** Obtains the range of all days. */
    public static DateRange always() {
        return new DateRange(Optional.empty(), Optional.empty());
    }

    /** Whether the day belongs to the range. */
    public boolean contains(LocalDate date) {
        return (from.isEmpty() || !date.isBefore(from.get())) && (before.isEmpty() || date.isBefore(before.get()));
    }

    /** Whether no day belongs to the range. */
    @JsonIgnore
    public boolean isEmpty() {
        return from.isPresent() && from.equals(before);
    }

    /**
     * Returns the number of days in the range, counted on the calendar: a day with a change of the clock is one.
     *
     * @throws IllegalArgumentException if the range is unlimited
     */
    public long days() {
        checkArgument(
                from.isPresent() && before.isPresent(),
                "a range without end has no number of days: %s. Maybe intersect it with a period.",
                this);
        return ChronoUnit.DAYS.between(from.get(), before.get());
    }

    /** Whether some day belongs to both ranges. */
    public boolean overlaps(DateRange other) {
        return intersection(other).filter(common -> !common.isEmpty()).isPresent();
    }

    /** Returns the days that belong to both ranges, empty where one ends before the other starts. */
    public Optional<DateRange> intersection(DateRange other) {
        Optional<LocalDate> later = from.isEmpty()
                ? other.from
                : Optional.of(
                        other.from.filter(date -> date.isAfter(from.get())).orElse(from.get()));
        Optional<LocalDate> earlier = before.isEmpty()
                ? other.before
                : Optional.of(
                        other.before.filter(date -> date.isBefore(before.get())).orElse(before.get()));
        return later.isPresent() && earlier.isPresent() && later.get().isAfter(earlier.get())
                ? Optional.empty()
                : Optional.of(new DateRange(later, earlier));
    }

    @Override
    public String toString() {
        return "from " + from.map(LocalDate::toString).orElse("always") + " to before "
                + before.map(LocalDate::toString).orElse("ever");
    }
}
