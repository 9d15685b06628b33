package io.salesops.core.event;

import io.salesops.core.testkit.OutboxContract;

class InMemoryOutboxContractTest implements OutboxContract {
    @Override
    public Outbox newStore() {
        return new InMemoryOutbox();
    }
}
