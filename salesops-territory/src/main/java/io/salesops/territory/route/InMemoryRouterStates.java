package io.salesops.territory.route;

import io.salesops.core.repository.InMemoryRepository;

/** States of routers in memory. Thread-safe; units of work as in {@link io.salesops.core.repository.InMemoryStores}. */
public final class InMemoryRouterStates extends InMemoryRepository<RouterState, RouterId> implements RouterStates {

    /** Creates an empty store. */
    public InMemoryRouterStates() {
        super(RouterState::id);
    }
}
