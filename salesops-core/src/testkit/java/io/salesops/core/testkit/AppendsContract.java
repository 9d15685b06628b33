package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.salesops.core.repository.AppendOnlyLog;
import io.salesops.core.repository.Sequenced;
import io.salesops.core.repository.StaleVersionException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;

/** Entries are added at the end of a log that the writer has read to its end, whole batches at a time, without a gap. */
@PropertyDefaults(tries = 50)
public interface AppendsContract<E, K extends Comparable<K>> extends LogFixture<E, K> {

    /** What is added is read, in its order, counted from 1 without a gap. */
    @Property
    default void whatIsAddedIsRead(@ForAll("entriesOfOneKey") List<E> entries, @ForAll @IntRange(max = 4) int first) {
        AppendOnlyLog<E, K> store = newStore();
        K key = key("A-1");
        assertThat(store.last(key)).as("the last entry of an empty log").isZero();
        assertThat(contents(store, key)).as("an empty log").isEmpty();
        assertThat(store.append(key, 0, entries.subList(0, first)))
                .as("the last sequence after adding %s entries", first)
                .isEqualTo(first);
        assertThat(store.append(key, first, entries.subList(first, 4)))
                .as("the last sequence after adding all entries")
                .isEqualTo(4);
        assertThat(store.last(key)).as("the sequence of the last entry").isEqualTo(4);
        for (int after = 0; after <= 5; after++) {
            List<Sequenced<E>> expected = new ArrayList<>();
            for (int i = after; i < 4; i++) {
                expected.add(new Sequenced<>(i + 1L, entries.get(i)));
            }
            assertThat(store.<List<Sequenced<E>>>read(key, after, found -> ImmutableList.<Sequenced<E>>copyOf(found)))
                    .as("the entries behind %s, in the order in which they were added", after)
                    .isEqualTo(expected);
        }
    }

    /** Adding nothing changes nothing, and is refused where adding something would be. */
    @Property(tries = 10)
    default void anEmptyAppendChecksItsExpectation(@ForAll("entriesOfOneKey") List<E> entries) {
        AppendOnlyLog<E, K> store = newStore();
        K key = key("A-1");
        assertThat(store.append(key, 0, List.of()))
                .as("adding nothing to an empty log")
                .isZero();
        store.append(key, 0, entries);
        assertThat(store.append(key, 4, List.of()))
                .as("adding nothing behind entry 4")
                .isEqualTo(4);
        assertRefused(store, key, 0, List.of());
    }

    /** A writer who has not seen the last entry, or has seen one that is not there, adds nothing and leaves no gap. */
    @Property
    default void aStaleAppendIsRefused(
            @ForAll("entriesOfOneKey") List<E> entries, @ForAll @IntRange(max = 4) int expected) {
        AppendOnlyLog<E, K> store = newStore();
        K key = key("A-1");
        if (expected != 0) {
            assertRefused(store, key, expected, entries);
        }
        store.append(key, 0, entries.subList(0, 2));
        if (expected != 2) {
            assertRefused(store, key, expected, entries);
        }
        assertThat(store.append(key, 2, entries.subList(2, 3)))
                .as("the sequence of the next entry, after others were refused: without a gap")
                .isEqualTo(3);
        assertThat(contents(store, key).get(2).sequence())
                .as("the sequence under which it is read")
                .isEqualTo(3);
    }

    /** An entry of another key is refused, and with it the whole batch, wherever it stands. */
    @Property
    default void aForeignEntryIsRefused(
            @ForAll("entriesOfOneKey") List<E> entries, @ForAll @IntRange(max = 3) int place) {
        AppendOnlyLog<E, K> store = newStore();
        K key = key("A-1");
        store.append(key, 0, entries);
        List<E> mixed = new ArrayList<>(entries);
        mixed.set(place, withKey(entries.get(place), key("a-1")));
        List<Sequenced<E>> before = contents(store, key);
        assertThatThrownBy(() -> store.append(key, 4, mixed))
                .as("adding entries of which the one at %s belongs to another key", place)
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(contents(store, key))
                .as("one entry was refused, so none of them is added")
                .isEqualTo(before);
        assertThat(store.last(key)).as("the sequence of the last entry").isEqualTo(4);
        assertThat(contents(store, key("a-1"))).as("the other key's log").isEmpty();
    }

    /** A negative sequence is a mistake of the program, not a stale one. */
    @Property(tries = 10)
    default void aNegativeSequenceIsRefused(@ForAll("entriesOfOneKey") List<E> entries) {
        AppendOnlyLog<E, K> store = newStore();
        K key = key("A-1");
        assertThatThrownBy(() -> store.append(key, -1, entries))
                .as("adding behind entry -1")
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.read(key, -1, found -> true))
                .as("reading behind entry -1")
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(contents(store, key)).as("a refused write changes nothing").isEmpty();
    }

    /** A list that was added belongs to the caller: he may change it afterwards. */
    @Property(tries = 10)
    default void whatWasPassedInMayChange(@ForAll("entriesOfOneKey") List<E> entries) {
        AppendOnlyLog<E, K> store = newStore();
        K key = key("A-1");
        List<E> mine = new ArrayList<>(entries);
        store.append(key, 0, mine);
        mine.remove(0);
        mine.add(entries.get(0));
        mine.add(entries.get(1));
        List<Sequenced<E>> before = contents(store, key);
        assertThat(Lists.transform(before, Sequenced::entry))
                .as("the log, after the caller has changed the list that he had added")
                .isEqualTo(entries);
        store.append(key, 4, entries);
        assertThat(before).as("what was read, after more was added").hasSize(4);
    }

    private void assertRefused(AppendOnlyLog<E, K> store, K key, long expected, List<E> entries) {
        List<Sequenced<E>> before = contents(store, key);
        assertThatThrownBy(() -> store.append(key, expected, entries))
                .as("adding %s entries behind %s where the last is %s", entries.size(), expected, before.size())
                .isInstanceOfSatisfying(StaleVersionException.class, stale -> {
                    assertThat(stale.expected())
                            .as("the expected entry that is named")
                            .isEqualTo(expected);
                    assertThat(stale.stored())
                            .as("the last entry that is named")
                            .isEqualTo(before.size());
                });
        assertThat(contents(store, key)).as("a refused write changes nothing").isEqualTo(before);
        assertThat(store.last(key))
                .as("the sequence of the last entry, after a refused write")
                .isEqualTo(before.size());
    }
}
