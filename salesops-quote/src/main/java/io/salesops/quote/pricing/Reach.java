package io.salesops.quote.pricing;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.explain.Outcome;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a goal can reach: the best quote at or below it, the best at or above it, and what is missing. Immutable and
 * thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Reach.Builder.class)
public interface Reach extends WithReach, Outcome {

    /** The goal. */
    ReachGoal goal();

    /** What was changed to reach it. */
    ReachOptions options();

    /** The highest net price at or below what the goal asks for; absent where every one is above. */
    Optional<Reached> below();

    /** The lowest net price at or above what the goal asks for; absent where every one is below. */
    Optional<Reached> above();

    /** The best above with an amount off the quote that takes the rest; absent unless it was asked for and can be. */
    Optional<Reached> rounded();

    /** The nearer of both; the one above where they are as near. */
    default Reached nearest() {
        if (below().isEmpty() || above().isEmpty()) {
            return above().or(this::below).orElseThrow();
        }
        return below().get().residual().abs().compareTo(above().get().residual().abs()) < 0
                ? below().get()
                : above().get();
    }

    /** Starts a result. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds results. */
    final class Builder extends ImmutableReach.Builder {
        Builder() {}
    }
}
