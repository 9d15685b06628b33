package io.salesops.core.time;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Working time on the line of instants.
 *
 * <p>Between two changes of the clock the offset is constant, so that working time there is a question about local time
 * only; the line is cut at the changes and the pieces are added.
 */
final class WorkingTimeline {
    private static final int YEARS = 100;
    private static final Duration HORIZON = Duration.ofDays(36_525);
    private static final Duration FIRST_STEP = Duration.ofDays(7);

    private final BusinessCalendar calendar;
    private final ZoneRules rules;
    private final WorkingDays days;

    WorkingTimeline(BusinessCalendar calendar) {
        this.calendar = calendar;
        this.rules = calendar.zone().getRules();
        this.days = new WorkingDays(calendar);
    }

    Duration workingTime(Instant from, Instant to) {
        checkArgument(!to.isBefore(from), "working time must not end before it starts: from %s, to %s", from, to);
        Duration total = Duration.ZERO;
        Instant at = from;
        while (at.isBefore(to)) {
            // A piece within the horizon counts in nanoseconds without overflow.
            Piece piece = piece(at, to, HORIZON);
            total = total.plusNanos(days.between(piece.localFrom(), piece.localTo()));
            at = piece.to();
        }
        return total;
    }

    Instant deadline(Instant start, Duration workingTime) {
        checkArgument(!workingTime.isNegative(), "working time must not be negative: %s", workingTime);
        if (workingTime.isZero()) {
            return start;
        }
        if (workingTime.compareTo(HORIZON) > 0) {
            throw tooFar(start, workingTime);
        }
        long rest = workingTime.toNanos();
        Instant at = start;
        Instant end = start.plus(HORIZON);
        // Steps double, so that a near deadline never looks at far holidays.
        for (Duration step = FIRST_STEP; at.isBefore(end); step = doubled(step)) {
            Piece piece = piece(at, end, step);
            long work = days.between(piece.localFrom(), piece.localTo());
            if (work >= rest) {
                return days.reach(piece.localFrom(), piece.localTo(), rest).toInstant(piece.offset());
            }
            rest -= work;
            at = piece.to();
        }
        throw tooFar(start, workingTime);
    }

    private static Duration doubled(Duration step) {
        return step.compareTo(HORIZON) < 0 ? step.multipliedBy(2) : step;
    }

    private Piece piece(Instant from, Instant end, Duration longest) {
        Instant to = Duration.between(from, end).compareTo(longest) > 0 ? from.plus(longest) : end;
        ZoneOffsetTransition change = rules.nextTransition(from);
        boolean changes = change != null && change.getInstant().isBefore(to);
        return new Piece(from, changes ? change.getInstant() : to, rules.getOffset(from));
    }

    private IllegalArgumentException tooFar(Instant start, Duration workingTime) {
        return new IllegalArgumentException("no deadline within " + YEARS + " years of " + start + " for " + workingTime
                + " of working time in " + calendar + ". Maybe the calendar has no working hours after that day.");
    }

    /** Instants with one offset. */
    private record Piece(Instant from, Instant to, ZoneOffset offset) {
        LocalDateTime localFrom() {
            return LocalDateTime.ofInstant(from, offset);
        }

        LocalDateTime localTo() {
            return LocalDateTime.ofInstant(to, offset);
        }
    }
}
