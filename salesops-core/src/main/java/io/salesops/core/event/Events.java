package io.salesops.core.event;

import static com.google.common.base.Preconditions.checkArgument;

import io.salesops.core.repository.SortedTree;
import io.salesops.core.repository.StaleVersionException;
import java.util.List;

/**
 * What an outbox holds. Events that the present unit of work adds wait until it is kept: then they get their sequences,
 * behind all that others added in the meantime. Immutable and thread-safe.
 *
 * @param last the last sequence
 * @param kept the events by sequence
 * @param byId the same events and those that wait, by identity
 * @param lastWaiting the number of the last event that waits; {@code last} if none does
 * @param waiting the events that wait, by numbers that only order them
 * @param positions how far each follower has come
 * @param advanced the followers that the present unit of work advanced, and how far
 */
record Events(
        long last,
        SortedTree<Long, DomainEvent> kept,
        SortedTree<EventId, DomainEvent> byId,
        long lastWaiting,
        SortedTree<Long, DomainEvent> waiting,
        SortedTree<String, Long> positions,
        SortedTree<String, Long> advanced) {

    static final Events NONE = new Events(
            0, SortedTree.empty(), SortedTree.empty(), 0, SortedTree.empty(), SortedTree.empty(), SortedTree.empty());

    /** Returns this with more events that wait; throws if another event has the id of one of them. */
    Events with(List<DomainEvent> added) {
        long number = lastWaiting;
        SortedTree<EventId, DomainEvent> known = byId;
        SortedTree<Long, DomainEvent> all = waiting;
        for (DomainEvent event : added) {
            if (isNew(event, known)) {
                number++;
                known = known.with(event.id(), event);
                all = all.with(number, event);
            }
        }
        return new Events(last, kept, known, number, all, positions, advanced);
    }

    long position(String follower) {
        Long position = positions.get(follower);
        return position == null ? 0 : position;
    }

    Events advanced(String follower, long expected, long position) {
        long stored = position(follower);
        if (stored != expected) {
            throw new StaleVersionException(follower, expected, stored);
        }
        checkArgument(
                position <= last, "position of %s must not be behind the last event, %s: %s", follower, last, position);
        return new Events(
                last,
                kept,
                byId,
                lastWaiting,
                waiting,
                positions.with(follower, position),
                advanced.with(follower, position));
    }

    /** Returns {@code now} with what {@code mine} added and advanced; throws if others advanced one of its followers. */
    static Events merged(Events base, Events mine, Events now) {
        long sequence = now.last;
        SortedTree<Long, DomainEvent> kept = now.kept;
        SortedTree<EventId, DomainEvent> known = now.byId;
        for (SortedTree.Node<Long, DomainEvent> each : mine.waiting) {
            DomainEvent event = each.value();
            if (isNew(event, known)) {
                sequence++;
                kept = kept.with(sequence, event);
                known = known.with(event.id(), event);
            }
        }
        SortedTree<String, Long> positions = now.positions;
        for (SortedTree.Node<String, Long> each : mine.advanced) {
            String follower = each.key();
            long seen = base.position(follower);
            long stored = now.position(follower);
            if (seen != stored) {
                throw new StaleVersionException(follower, seen, stored);
            }
            positions = positions.with(follower, each.value());
        }
        return new Events(sequence, kept, known, sequence, SortedTree.empty(), positions, SortedTree.empty());
    }

    private static boolean isNew(DomainEvent event, SortedTree<EventId, DomainEvent> known) {
        DomainEvent there = known.get(event.id());
        checkArgument(
                there == null || there.equals(event),
                "another event has the id %s: %s, not %s. Maybe give each event an id of its own.",
                event.id(),
                there,
                event);
        return there == null;
    }
}
