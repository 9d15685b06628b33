package io.salesops.core.repository;

import java.util.function.Function;

/** Port: all or nothing over several ports. */
public interface UnitOfWork {

    /**
     * Runs the work; what it wrote is kept if it returns, and undone if it throws. The ports serve this work only and are
     * of no use after it. A unit that is performed inside another is independent of it: it does not see what the other has
     * written so far, and what it wrote is kept even if the other fails.
     *
     * @throws StaleVersionException if somebody else wrote one of the same records in the meantime; nothing is kept then,
     *     and the work may be run again
     */
    <R> R perform(Function<? super Ports, ? extends R> work);

    /** The ports of one transaction by their type; modules add their own without core knowing them. */
    interface Ports {

        /**
         * Returns a port of this transaction.
         *
         * @throws IllegalArgumentException if no store was registered for it
         */
        <P> P get(Class<P> port);
    }
}
