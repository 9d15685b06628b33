package io.salesops.testkit.broken;

import com.google.common.collect.FluentIterable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.salesops.core.event.DomainEvent;
import io.salesops.core.event.Outbox;
import io.salesops.core.repository.Sequenced;
import io.salesops.core.testkit.OutboxContract;
import io.salesops.testkit.broken.FaultyLengths.Pages;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;

/** Outboxes that are right about some events and wrong about many. */
final class FaultyLongOutboxes {
    private FaultyLongOutboxes() {}

    /** Gives the first hundred events of a reading. */
    static class ReadingCutShort implements OutboxContract {
        @Override
        public Outbox newStore() {
            return new OutboxOver() {
                @Override
                public <R> R read(long after, Function<? super Iterable<Sequenced<DomainEvent>>, ? extends R> body) {
                    return kept().read(after, found -> body.apply(Iterables.limit(found, 100)));
                }
            };
        }
    }

    /** Reads fifty events behind the last one at a time, and so reads on into what is added meanwhile. */
    static class PagesWithoutSnapshot implements OutboxContract {
        @Override
        public Outbox newStore() {
            return new OutboxOver() {
                private ImmutableList<Sequenced<DomainEvent>> page(long after) {
                    return kept().read(
                                    after,
                                    found -> FluentIterable.<Sequenced<DomainEvent>>from(found)
                                            .limit(50)
                                            .toList());
                }

                @Override
                public <R> R read(long after, Function<? super Iterable<Sequenced<DomainEvent>>, ? extends R> body) {
                    return kept().read(
                                    after,
                                    open -> body.apply((Iterable<Sequenced<DomainEvent>>) () -> {
                                        Iterator<Sequenced<DomainEvent>> unused = open.iterator();
                                        return new Pages<>((Optional<Sequenced<DomainEvent>> last) -> page(
                                                last.map(Sequenced::sequence).orElse(after)));
                                    }));
                }
            };
        }
    }
}
