package io.salesops.quote.billing;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rational;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.PeriodSchedule;
import io.salesops.quote.document.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a month costs as time goes by: segments that follow each other without a gap.
 *
 * <p>A free period is a segment that costs nothing. Immutable and thread-safe.
 *
 * @param segments in the order of their days, at least one
 */
public record Ramp(@JsonValue ImmutableList<RampSegment> segments) {

    /** Checks that the segments follow each other. */
    public Ramp {
        checkArgument(!segments.isEmpty(), "a ramp must have at least one segment");
        for (int i = 1; i < segments.size(); i++) {
            checkArgument(
                    segments.get(i - 1)
                            .days()
                            .before()
                            .equals(segments.get(i).days().from()),
                    "segments of a ramp must follow each other: %s, then %s",
                    segments.get(i - 1).days(),
                    segments.get(i).days());
        }
    }

    /** Obtains a ramp. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Ramp of(ImmutableList<RampSegment> segments) {
        return new Ramp(segments);
    }

    /** Obtains the ramp that costs the same each month. */
    public static Ramp flat(Term term, Rational monthly) {
        return new Ramp(ImmutableList.of(new RampSegment(days(term), monthly)));
    }

    /**
     * Obtains a ramp by years of the term, counted from its first day and never chained.
     *
     * @param monthly the price of a month in each year; the last holds for all years that follow
     */
    public static Ramp yearly(Term term, List<Rational> monthly) {
        checkArgument(!monthly.isEmpty(), "a ramp must have a price for its first year");
        ImmutableList<DateRange> years = PeriodSchedule.of(term.from(), 12).within(days(term));
        ImmutableList.Builder<RampSegment> segments = ImmutableList.builder();
        for (int year = 0; year < years.size(); year++) {
            segments.add(new RampSegment(years.get(year), monthly.get(Math.min(year, monthly.size() - 1))));
        }
        return new Ramp(segments.build());
    }

    /** Returns the ramp that costs nothing on some days; those outside it change nothing. */
    public Ramp free(DateRange days) {
        ImmutableList.Builder<RampSegment> cut = ImmutableList.builder();
        for (RampSegment segment : segments) {
            Optional<DateRange> free = segment.days().intersection(days).filter(range -> !range.isEmpty());
            if (free.isEmpty()) {
                cut.add(segment);
            } else {
                LocalDate from = free.get().from().orElseThrow();
                LocalDate before = free.get().before().orElseThrow();
                add(cut, segment.days().from().orElseThrow(), from, segment.monthly());
                add(cut, from, before, Rational.ZERO);
                add(cut, before, segment.days().before().orElseThrow(), segment.monthly());
            }
        }
        return new Ramp(cut.build());
    }

    private static void add(
            ImmutableList.Builder<RampSegment> segments, LocalDate from, LocalDate before, Rational monthly) {
        if (from.isBefore(before)) {
            segments.add(new RampSegment(DateRange.of(from, before), monthly));
        }
    }

    /** Returns the days of all segments. */
    public DateRange days() {
        return new DateRange(
                segments.get(0).days().from(),
                segments.get(segments.size() - 1).days().before());
    }

    static DateRange days(Term term) {
        return DateRange.of(term.from(), term.before());
    }
}
