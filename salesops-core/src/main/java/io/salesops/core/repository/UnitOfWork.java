package io.salesops.core.repository;

import java.util.function.Function;

/** Port: all or nothing over several ports. */
public interface UnitOfWork {

    /** Runs the work; what it wrote is kept if it returns, and undone if it throws. */
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
