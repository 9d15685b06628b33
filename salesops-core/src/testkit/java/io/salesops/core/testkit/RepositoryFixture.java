package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Fields;
import io.salesops.core.repository.Repository;
import io.salesops.core.repository.Versioned;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/**
 * What the contract of a repository needs to know of one: how a store is made, and what is kept in it.
 *
 * @param <T> what is stored
 * @param <I> its identity
 */
public interface RepositoryFixture<T, I extends Comparable<I>> {

    /** Makes an empty store of a tenant of its own, over the same database as every other one. Called for each try. */
    Repository<T, I> newStore();

    /** Values to store; their identities do not matter. */
    Arbitrary<T> values();

    /** Returns a value's identity. */
    I idOf(T value);

    /** Returns the value under the identity that the text makes; two texts make two identities. */
    T withId(T value, String text);

    /** The fields that conditions on the values may name. */
    Fields<T> fields();

    /**
     * Returns how many cursors or connections of the database are in use; empty if it cannot tell. With it, the contract
     * also finds a store that keeps what it has opened.
     */
    default OptionalInt openCursors() {
        return OptionalInt.empty();
    }

    /** One to six values under different identities. */
    @Provide
    default Arbitrary<List<T>> differentValues() {
        return StoreIds.different(values(), this::withId, 1, 6);
    }

    /** Three values of one identity. */
    @Provide
    default Arbitrary<List<T>> versions() {
        return values().withoutEdgeCases()
                .list()
                .ofSize(3)
                .map(made -> ImmutableList.copyOf(made).stream()
                        .map(value -> withId(value, "A-1"))
                        .toList());
    }

    /** Returns everything that a store holds, in the order of a scan. */
    default ImmutableMap<I, Versioned<T>> contents(Repository<T, I> store) {
        return store.findAll(store.scan(
                Criteria.<T>all(),
                found -> ImmutableList.<T>copyOf(found).stream().map(this::idOf).toList()));
    }
}
