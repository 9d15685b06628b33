package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.event.DomainEvent;
import io.salesops.core.event.EventId;
import io.salesops.core.event.Outbox;
import io.salesops.core.repository.Sequenced;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/** What the contract of an outbox needs to know of one: how a store is made. */
public interface OutboxFixture {

    /** Makes an empty outbox of a tenant of its own, over the same database as every other one. Called for each try. */
    Outbox newStore();

    /**
     * Returns how many cursors or connections of the database are in use; empty if it cannot tell. With it, the contract
     * also finds a store that keeps what it has opened.
     */
    default OptionalInt openCursors() {
        return OptionalInt.empty();
    }

    /** Two to six events of different ids. */
    @Provide
    default Arbitrary<List<DomainEvent>> differentEvents() {
        return StoreIds.different(WideArbitraries.events(), (event, text) -> event.withId(EventId.of(text)), 2, 6);
    }

    /** Returns what an outbox holds behind a sequence. */
    default ImmutableList<Sequenced<DomainEvent>> contents(Outbox outbox, long after) {
        return outbox.read(after, found -> ImmutableList.<Sequenced<DomainEvent>>copyOf(found));
    }
}
