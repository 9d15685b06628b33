package io.salesops.core.run;

/** Hears how far a long call has come. */
@FunctionalInterface
public interface Progress {

    /**
     * Receives at most one call per step of work, always from the thread that made the call.
     *
     * @param phase what is being done, for example {@code "compare"}
     * @param done how many units of the phase are done
     * @param total how many there are, or 0 where that is not known
     */
    void at(String phase, long done, long total);
}
