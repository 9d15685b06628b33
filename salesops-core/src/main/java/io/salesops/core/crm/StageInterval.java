package io.salesops.core.crm;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stay in a stage, from {@code from} (in) to {@code until} (out).
 *
 * <p>A stay may last no time: a deal that is moved twice in one instant passes through the stage between.
 *
 * @param stage the stage
 * @param from when it was entered; absent where nobody recorded when the deal began
 * @param until when it was left; absent while it lasts
 */
public record StageInterval(String stage, Optional<Instant> from, Optional<Instant> until) {

    /** Checks that the stay does not end before it begins. */
    public StageInterval {
        checkArgument(
                from.isEmpty() || until.isEmpty() || !from.get().isAfter(until.get()),
                "stay in %s must not end before it begins: from %s until %s",
                stage,
                from,
                until);
    }

    /** Whether the deal was in the stage at the instant. */
    public boolean contains(Instant at) {
        return from.map(start -> !at.isBefore(start)).orElse(true)
                && until.map(at::isBefore).orElse(true);
    }

    /** How long it lasted by {@code now}; absent where nobody recorded when it began. */
    public Optional<Duration> lasted(Instant now) {
        return from.map(start -> Duration.between(start, until.orElse(now)));
    }
}
