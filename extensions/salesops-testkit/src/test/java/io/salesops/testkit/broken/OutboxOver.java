package io.salesops.testkit.broken;

import io.salesops.core.event.DomainEvent;
import io.salesops.core.event.EventStores;
import io.salesops.core.event.Outbox;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.Sequenced;
import java.util.Collection;
import java.util.function.Function;

/** An outbox as another keeps it; what a broken one does otherwise it overrides. */
class OutboxOver implements Outbox {
    private final Outbox kept;

    OutboxOver(Outbox kept) {
        this.kept = kept;
    }

    /** An outbox of a tenant of its own, in memory. */
    OutboxOver() {
        this(InMemoryStores.create().with(EventStores::register).get(Outbox.class));
    }

    final Outbox kept() {
        return kept;
    }

    @Override
    public void add(Collection<DomainEvent> events) {
        kept.add(events);
    }

    @Override
    public <R> R read(long after, Function<? super Iterable<Sequenced<DomainEvent>>, ? extends R> body) {
        return kept.read(after, body);
    }

    @Override
    public long position(String follower) {
        return kept.position(follower);
    }

    @Override
    public void advance(String follower, long expected, long position) {
        kept.advance(follower, expected, position);
    }
}
