package io.salesops.core.repository;

import io.salesops.core.event.EventStores;
import io.salesops.core.testkit.OutboxUnitContract;

class InMemoryUnitOfWorkTest implements OutboxUnitContract {
    @Override
    public UnitOfWork newStores() {
        return InMemoryStores.create().with(EventStores::register);
    }
}
