package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.repository.Repository;
import io.salesops.core.repository.StaleVersionException;
import io.salesops.core.repository.Versioned;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is saved is found under its version, and nobody writes over a version that he has not seen. */
@PropertyDefaults(tries = 50)
public interface VersionsContract<T, I extends Comparable<I>> extends RepositoryFixture<T, I> {

    /** What is saved comes back equal, under version 1. */
    @Property
    default void whatIsSavedIsFound(@ForAll("differentValues") List<T> values) {
        Repository<T, I> store = newStore();
        for (T value : values) {
            assertThat(store.find(idOf(value)))
                    .as("nothing is found under %s before it is saved", idOf(value))
                    .isEmpty();
            assertThat(store.save(value, 0))
                    .as("saving returns the value with its first version")
                    .isEqualTo(new Versioned<>(value, 1));
        }
        for (T value : values) {
            assertThat(store.find(idOf(value)))
                    .as("what was saved under %s is found, equal and with version 1", idOf(value))
                    .contains(new Versioned<>(value, 1));
        }
    }

    /** Each save of an identity adds one to its version. */
    @Property
    default void eachSaveCountsOneVersion(@ForAll("versions") List<T> values) {
        Repository<T, I> store = newStore();
        for (int i = 0; i < values.size(); i++) {
            Versioned<T> expected = new Versioned<>(values.get(i), i + 1L);
            assertThat(store.save(values.get(i), i))
                    .as("saving over version %s returns version %s", i, i + 1)
                    .isEqualTo(expected);
            assertThat(store.find(idOf(values.get(i))))
                    .as("the last value is found under the last version")
                    .contains(expected);
        }
    }

    /** A deleted value is gone; its identity continues its versions, so that nobody takes the new value for the old one. */
    @Property
    default void aVersionContinuesAfterADelete(@ForAll("versions") List<T> values) {
        Repository<T, I> store = newStore();
        I id = idOf(values.get(0));
        store.save(values.get(0), 0);
        store.save(values.get(1), 1);
        store.delete(id, 2);
        assertThat(store.find(id)).as("a deleted value is not found").isEmpty();
        assertThat(contents(store)).as("a deleted value is not in a scan").isEmpty();
        Versioned<T> again = store.save(values.get(2), 0);
        assertThat(again.version())
                .as("a value under the id of a deleted one continues the versions, which had come to 2")
                .isGreaterThan(2);
        assertThat(store.find(id)).as("the new value is found").contains(again);
        assertRefused(store, id, 2, () -> store.save(values.get(0), 2));
    }

    /** A save over another version than the stored one is refused and changes nothing. */
    @Property
    default void aStaleSaveIsRefused(@ForAll("versions") List<T> values, @ForAll @IntRange(max = 4) int expected) {
        Repository<T, I> store = newStore();
        I id = idOf(values.get(0));
        if (expected != 0) {
            assertRefused(store, id, expected, () -> store.save(values.get(0), expected));
        }
        store.save(values.get(0), 0);
        store.save(values.get(1), 1);
        if (expected != 2) {
            assertRefused(store, id, expected, () -> store.save(values.get(2), expected));
        }
    }

    /** A delete of another version than the stored one, or of nothing, is refused and changes nothing. */
    @Property
    default void aStaleDeleteIsRefused(@ForAll("versions") List<T> values, @ForAll @IntRange(max = 4) int expected) {
        Repository<T, I> store = newStore();
        I id = idOf(values.get(0));
        assertRefused(store, id, expected, () -> store.delete(id, expected));
        store.save(values.get(0), 0);
        store.save(values.get(1), 1);
        if (expected != 2) {
            assertRefused(store, id, expected, () -> store.delete(id, expected));
        }
        store.delete(id, 2);
        assertRefused(store, id, 2, () -> store.delete(id, 2));
    }

    /** A negative version is a mistake of the program, not a stale one. */
    @Property
    default void aNegativeVersionIsRefused(@ForAll("versions") List<T> values) {
        Repository<T, I> store = newStore();
        store.save(values.get(0), 0);
        ImmutableMap<I, Versioned<T>> before = contents(store);
        assertThatThrownBy(() -> store.save(values.get(1), -1))
                .as("saving over version -1")
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.delete(idOf(values.get(0)), -1))
                .as("deleting version -1")
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(contents(store)).as("a refused write changes nothing").isEqualTo(before);
    }

    private void assertRefused(Repository<T, I> store, I id, long expected, ThrowingCallable write) {
        ImmutableMap<I, Versioned<T>> before = contents(store);
        Versioned<T> there = before.get(id);
        long stored = there == null ? 0 : there.version();
        assertThatThrownBy(write)
                .as("a write that expects version %s of %s where version %s is stored", expected, id, stored)
                .isInstanceOfSatisfying(StaleVersionException.class, stale -> {
                    assertThat(stale.id()).as("the id that the exception names").isEqualTo(id.toString());
                    assertThat(stale.expected())
                            .as("the expected version that it names")
                            .isEqualTo(expected);
                    assertThat(stale.stored())
                            .as("the stored version that it names")
                            .isEqualTo(stored);
                });
        assertThat(contents(store)).as("a refused write changes nothing").isEqualTo(before);
    }
}
