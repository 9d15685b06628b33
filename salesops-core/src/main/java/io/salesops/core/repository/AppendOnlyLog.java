package io.salesops.core.repository;

import io.salesops.core.criteria.Criteria;
import java.util.List;
import java.util.function.Function;

/**
 * Port: entries that are added and never changed, for one tenant; each key has a log of its own. A writer says which entry
 * he saw last, so that nobody adds to a log that he has not read to its end. The sequences of a log count from 1 without
 * a gap. Entries are immutable; stores are thread-safe, and keep what {@link Repository} says of values, instants to the
 * microsecond among it.
 *
 * @param <E> what is logged
 * @param <K> whose log it is
 */
public interface AppendOnlyLog<E, K> {

    /** Returns the sequence of the last entry of a key; 0 if it has none. */
    long last(K key);

    /**
     * Adds entries to the end of a key's log, in their order; all of them or none. An empty list adds nothing, but its
     * expectation is checked.
     *
     * @param expectedLast the sequence of the last entry that the writer has seen; 0 for an empty log
     * @return the sequence of the last entry now
     * @throws StaleVersionException if the log ends elsewhere
     * @throws IllegalArgumentException if the expectation is negative, or an entry belongs to another key
     */
    long append(K key, long expectedLast, List<E> entries);

    /**
     * Passes a key's entries behind {@code after} to {@code body}, in the order of their sequences, as they are when the
     * reading begins; 0 reads from the first. The store owns the cursor and closes it when the body returns or throws; the
     * Iterable throws IllegalStateException after that.
     *
     * @throws IllegalArgumentException if {@code after} is negative
     */
    <R> R read(K key, long after, Function<? super Iterable<Sequenced<E>>, ? extends R> body);

    /**
     * Passes the entries of all keys that meet the criteria to {@code body}, in the order of keys, and of sequences within
     * a key. An entry for which the criteria are false or unknown is left out. The cursor is as in {@link #read}.
     */
    <R> R scan(Criteria<E> criteria, Function<? super Iterable<E>, ? extends R> body);
}
