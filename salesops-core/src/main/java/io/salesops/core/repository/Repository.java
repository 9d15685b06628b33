package io.salesops.core.repository;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.criteria.Criteria;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/**
 * Port: stores one kind of thing for one tenant. Writes carry the version that the writer has seen, so that nobody
 * overwrites what he did not see. Values are immutable; stores are thread-safe.
 *
 * <p>What is found equals what was saved. A store keeps texts of any length with their white space, long numbers, amounts
 * and decimals to their last digit, days of any year, and instants to the microsecond, before 1970 and after 2038 as well.
 * What is finer than a microsecond it may cut off; a caller who wants to find what he saved cuts it off before.
 *
 * @param <T> what is stored
 * @param <I> its identity
 */
public interface Repository<T, I> {

    /** Returns the stored value, if there is one. */
    Optional<Versioned<T>> find(I id);

    /** Returns the stored values of those identities that have one, in the order of {@code ids}. */
    ImmutableMap<I, Versioned<T>> findAll(Collection<I> ids);

    /**
     * Stores a value. Its first version is 1, and each save adds one; a value that is stored under the identity of a deleted
     * one gets a version that the identity has not had.
     *
     * @param value the new value
     * @param expectedVersion the version that the writer has seen; 0 for a value that is not stored yet
     * @return the value with its new version
     * @throws StaleVersionException if another version is stored
     * @throws IllegalArgumentException if the expected version is negative
     */
    Versioned<T> save(T value, long expectedVersion);

    /**
     * Stores values, each over the version it carries; all of them or none. The result is in the order of the values.
     *
     * @throws IllegalArgumentException if two values have one identity
     * @throws StaleVersionException if another version of one of them is stored
     */
    ImmutableMap<I, Versioned<T>> saveAll(Collection<Versioned<T>> values);

    /**
     * Removes a value.
     *
     * @throws StaleVersionException if another version is stored, or none
     * @throws IllegalArgumentException if the expected version is negative
     */
    void delete(I id, long expectedVersion);

    /**
     * Passes the values that meet the criteria to {@code body}, each once, in the order of their identities, as they are
     * when the scan begins. A value for which the criteria are false or unknown is left out. The store owns the cursor and
     * closes it when the body returns or throws; the Iterable throws IllegalStateException after that.
     */
    <R> R scan(Criteria<T> criteria, Function<? super Iterable<T>, ? extends R> body);
}
