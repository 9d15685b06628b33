package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Fields;
import io.salesops.core.repository.AppendOnlyLog;
import io.salesops.core.repository.Sequenced;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/**
 * What the contract of a log needs to know of one: how a store is made, and what is kept in it.
 *
 * @param <E> what is logged
 * @param <K> whose log it is
 */
public interface LogFixture<E, K extends Comparable<K>> {

    /** Makes an empty store of a tenant of its own, over the same database as every other one. Called for each try. */
    AppendOnlyLog<E, K> newStore();

    /** Entries to log; whose they are does not matter. */
    Arbitrary<E> entries();

    /** Returns the key that the text makes; two texts make two keys. */
    K key(String text);

    /** Returns the entry as one of the key's. */
    E withKey(E entry, K key);

    /** The fields that conditions on the entries may name. */
    Fields<E> fields();

    /**
     * Returns how many cursors or connections of the database are in use; empty if it cannot tell. With it, the contract
     * also finds a store that keeps what it has opened.
     */
    default OptionalInt openCursors() {
        return OptionalInt.empty();
    }

    /** Four entries of one key. */
    @Provide
    default Arbitrary<List<E>> entriesOfOneKey() {
        return entries()
                .withoutEdgeCases()
                .list()
                .ofSize(4)
                .map(made -> ImmutableList.copyOf(made).stream()
                        .map(entry -> withKey(entry, key("A-1")))
                        .toList());
    }

    /** Returns what a key's log holds. */
    default ImmutableList<Sequenced<E>> contents(AppendOnlyLog<E, K> store, K key) {
        return store.read(key, 0, found -> ImmutableList.<Sequenced<E>>copyOf(found));
    }
}
