package io.salesops.testkit.broken;

import io.salesops.commission.service.CommissionStores;
import io.salesops.core.event.EventStores;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Units of work as memory keeps them; a broken one gives the work other ports. */
abstract class UnitsOver implements UnitOfWork {
    private final InMemoryStores kept =
            InMemoryStores.create().with(EventStores::register).with(CommissionStores::register);

    /**
     * Returns what the work gets.
     *
     * @param inside the ports of a unit that is right
     * @param outside ports whose every call stands on its own
     * @param late what is done when the work has returned, before the unit is kept
     */
    abstract Ports ports(Ports inside, Ports outside, List<Runnable> late);

    @Override
    public <R> R perform(Function<? super Ports, ? extends R> work) {
        return kept.perform(inside -> {
            List<Runnable> late = new ArrayList<>();
            R result = work.apply(ports(inside, kept, late));
            late.forEach(Runnable::run);
            return result;
        });
    }

    /** Returns the ports with another one in the place of one of them. */
    static <Q> Ports with(Ports ports, Class<Q> replaced, Q other) {
        return new Ports() {
            @Override
            public <P> P get(Class<P> port) {
                return port == replaced ? port.cast(other) : ports.get(port);
            }
        };
    }
}
