package io.salesops.core.run;

import java.util.concurrent.CancellationException;

/** A flag that another thread may raise; a call that sees it throws {@link CancellationException} and leaves nothing behind. Thread-safe. */
public final class Cancellation {
    private volatile boolean raised;

    /** Asks the call to stop at its next step. */
    public void raise() {
        raised = true;
    }

    /** Whether the call was asked to stop. */
    public boolean raised() {
        return raised;
    }

    /**
     * Stops the call that asks, if it was asked to stop.
     *
     * @throws CancellationException if the flag is raised
     */
    public void check(String phase) {
        if (raised) {
            throw new CancellationException("cancelled during " + phase);
        }
    }
}
