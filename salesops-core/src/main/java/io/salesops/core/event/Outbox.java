package io.salesops.core.event;

import io.salesops.core.repository.Sequenced;
import java.util.Collection;
import java.util.function.Function;

/**
 * Port: events of one tenant that wait to be passed on. An event is added in the unit of work that writes the records it
 * tells of, so that there is never one without the other; followers read the outbox afterwards, each at its own pace.
 *
 * <p>An event gets its sequence when its unit of work is kept, or at once outside of one: sequences only grow, and a
 * follower who has read up to n never meets an event up to n later. A unit of work reads the events that were there when
 * it began, and not those it has added. Events are immutable; stores are thread-safe.
 */
public interface Outbox {

    /**
     * Adds events, in their order; all of them or none. Writers never conflict: there is no version to expect.
     *
     * <p>An event that is there already is not added again, so that work may be repeated whose outcome is unknown.
     *
     * @throws IllegalArgumentException if another event has the id of one of them; where that one was added side by side,
     *     when the unit of work ends, which keeps nothing then
     */
    void add(Collection<DomainEvent> events);

    /**
     * Passes the events behind {@code after} to {@code body}, in the order of their sequences, as they are when the reading
     * begins; 0 reads from the first. The store owns the cursor and closes it when the body returns or throws; the
     * Iterable throws IllegalStateException after that.
     *
     * @throws IllegalArgumentException if {@code after} is negative
     */
    <R> R read(long after, Function<? super Iterable<Sequenced<DomainEvent>>, ? extends R> body);

    /**
     * Returns the sequence of the last event that a follower has dealt with; 0 if none.
     *
     * @param follower who reads, by the name he gives himself
     * @throws IllegalArgumentException if the name is blank
     */
    long position(String follower);

    /**
     * Notes how far a follower has come. Done in the unit of work that deals with the events, it makes each event count
     * once, even where a follower runs twice.
     *
     * @param follower who reads, by the name he gives himself
     * @param expected the position that the follower has started from
     * @param position the sequence of the last event that it has dealt with now
     * @throws io.salesops.core.repository.StaleVersionException if somebody else advanced the follower
     * @throws IllegalArgumentException if the name is blank, {@code expected} negative, or {@code position} before it or
     *     behind the last event
     */
    void advance(String follower, long expected, long position);
}
