package io.salesops.core.run;

import static com.google.common.base.Preconditions.checkArgument;

import io.salesops.core.style.SalesOpsStyle;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.immutables.value.Value;

/**
 * How a long call runs. Nothing here changes a figure, and nothing here is part of a fingerprint: a search that a time
 * limit cuts reports its steps, and running it again with that many steps gives the same result.
 */
@Value.Immutable
@SalesOpsStyle
public interface Execution extends WithExecution {

    /** Runs the parts of the call; the calling thread unless stated. The library starts no thread of its own. */
    @Value.Default
    default Executor executor() {
        return Runnable::run;
    }

    /** How many parts may run at once; 1 unless stated. */
    @Value.Default
    default int parallelism() {
        return 1;
    }

    /** Hears how far the call has come. */
    @Value.Default
    default Progress progress() {
        return (phase, done, total) -> {};
    }

    /** Stops the call. */
    @Value.Default
    default Cancellation cancellation() {
        return new Cancellation();
    }

    /** How long a search may take; without one it runs its steps to the end. */
    Optional<TimeLimit> limit();

    /**
     * A duration on a clock that the caller owns.
     *
     * @param duration how long
     * @param nanoClock nanoseconds that never go back, such as {@code System::nanoTime}
     */
    record TimeLimit(Duration duration, LongSupplier nanoClock) {

        /** Checks that there is time at all. */
        public TimeLimit {
            checkArgument(!duration.isNegative() && !duration.isZero(), "time limit must be positive: %s", duration);
        }
    }

    /** In the calling thread, without limit. */
    static Execution here() {
        return builder().build();
    }

    /** On an executor, with at most {@code parallelism} parts at once. */
    static Execution on(Executor executor, int parallelism) {
        return builder().executor(executor).parallelism(parallelism).build();
    }

    /** Returns this execution, reporting to {@code progress}. */
    default Execution reporting(Progress progress) {
        return withProgress(progress);
    }

    /** Returns this execution, ending a search after {@code duration} on the clock. */
    default Execution within(Duration duration, LongSupplier nanoClock) {
        return withLimit(new TimeLimit(duration, nanoClock));
    }

    /** Returns this execution, stopping when the flag is raised. */
    default Execution cancelledBy(Cancellation cancellation) {
        return withCancellation(cancellation);
    }

    /** Starts an execution. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks the parallelism. */
    @Value.Check
    default void check() {
        checkArgument(parallelism() >= 1, "parallelism must be at least 1: %s", parallelism());
    }

    /** Builds executions. */
    final class Builder extends ImmutableExecution.Builder {
        Builder() {}
    }
}
