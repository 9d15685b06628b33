package io.salesops.core.event;

import io.salesops.core.repository.InMemoryStores;

/** Registers the stores of this package: {@code InMemoryStores.create().with(EventStores::register)}. */
public final class EventStores {
    private EventStores() {}

    /** Returns the stores with an {@link Outbox}. */
    public static InMemoryStores register(InMemoryStores stores) {
        return stores.with(Outbox.class, InMemoryOutbox::new);
    }
}
