package io.salesops.core.event;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.FluentIterable;
import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Blanks;
import io.salesops.core.repository.InMemoryState;
import io.salesops.core.repository.InMemoryStore;
import io.salesops.core.repository.Sequenced;
import java.util.Collection;
import java.util.function.Function;

/** An outbox in memory, for tests and examples. Thread-safe. Cost: log n for an event or a position. */
final class InMemoryOutbox extends InMemoryStore implements Outbox {
    private final InMemoryState<Events> events;

    InMemoryOutbox() {
        this(InMemoryState.of(Events.NONE, Events::merged));
    }

    private InMemoryOutbox(InMemoryState<Events> events) {
        super(events);
        this.events = events;
    }

    @Override
    public void add(Collection<DomainEvent> added) {
        ImmutableList<DomainEvent> all = ImmutableList.copyOf(added);
        events.change(before -> before.with(all));
    }

    @Override
    public <R> R read(long after, Function<? super Iterable<Sequenced<DomainEvent>>, ? extends R> body) {
        checkArgument(after >= 0, "sequence to read after must not be negative: %s", after);
        return passed(
                FluentIterable.from(events.get().kept().after(after))
                        .transform(node -> new Sequenced<>(node.key(), node.value())),
                body);
    }

    @Override
    public long position(String follower) {
        checkName(follower);
        return events.get().position(follower);
    }

    @Override
    public void advance(String follower, long expected, long position) {
        checkName(follower);
        checkArgument(expected >= 0, "expected position of %s must not be negative: %s", follower, expected);
        checkArgument(
                position >= expected, "position of %s must not go back from %s: %s", follower, expected, position);
        events.change(before -> before.advanced(follower, expected, position));
    }

    private static void checkName(String follower) {
        checkArgument(!Blanks.isBlank(follower), "name of a follower must not be blank: '%s'", follower);
    }
}
