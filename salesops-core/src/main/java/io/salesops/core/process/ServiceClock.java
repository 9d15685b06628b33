package io.salesops.core.process;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.crm.Lead;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How soon a lead is to be answered, in working time. A lead that comes in outside working hours waits for the next opening;
 * daylight saving neither gives nor takes working time. Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = ServiceClock.Builder.class)
public interface ServiceClock extends WithServiceClock {

    /** The working time. */
    BusinessCalendar calendar();

    /** The working time within which a lead is to be answered. */
    Duration respondWithin();

    /** The moment by which a lead that came in then is to be answered. */
    default Instant deadline(Instant received) {
        return calendar().deadline(received, respondWithin());
    }

    /** The moment by which a lead is to be answered; absent where it does not say when it came in. */
    default Optional<Instant> deadline(Lead lead) {
        return lead.createdAt().map(this::deadline);
    }

    /**
     * The working time from when a lead came in to its earliest response, whatever the order in which responses are given;
     * a response before that counts as one at that moment. Absent where there is none.
     */
    default Optional<Duration> responseTime(Instant received, Iterable<Instant> responses) {
        Optional<Instant> first = earliest(responses);
        return first.map(at -> calendar().workingTime(received, at.isBefore(received) ? received : at));
    }

    /** The earliest of some moments. */
    static Optional<Instant> earliest(Iterable<Instant> moments) {
        Optional<Instant> earliest = Optional.empty();
        for (Instant moment : moments) {
            if (earliest.isEmpty() || moment.isBefore(earliest.get())) {
                earliest = Optional.of(moment);
            }
        }
        return earliest;
    }

    /** Starts a clock. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks the time. */
    @Value.Check
    default void check() {
        checkArgument(
                !respondWithin().isNegative() && !respondWithin().isZero(),
                "respondWithin must be positive: %s",
                respondWithin());
    }

    /** Builds clocks. */
    final class Builder extends ImmutableServiceClock.Builder {
        Builder() {}
    }
}
