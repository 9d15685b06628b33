package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Truth;
import io.salesops.core.repository.AppendOnlyLog;
import io.salesops.core.repository.Sequenced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Logs are read in order, one key's or all that meets a condition, as they were at the beginning. */
@PropertyDefaults(tries = 50)
public interface LogReadingsContract<E, K extends Comparable<K>> extends LogFixture<E, K> {

    /** Entries of one key, and conditions on them. */
    @Provide
    default Arbitrary<Question<E>> questionsOnEntries() {
        return Question.about(entriesOfOneKey(), fields());
    }

    /** Several texts of keys, one for each entry. */
    @Provide
    default Arbitrary<List<String>> keyTexts() {
        return Arbitraries.of(StoreIds.TEXTS).list().ofSize(4);
    }

    /** A scan gives the entries of which the condition is true, in the order of keys, and of sequences within a key. */
    @Property
    default void aScanGivesWhatMeetsTheCriteria(
            @ForAll("questionsOnEntries") Question<E> question, @ForAll("keyTexts") List<String> keys) {
        AppendOnlyLog<E, K> store = newStore();
        List<E> all = new ArrayList<>();
        fill(store, question.values(), keys).values().forEach(all::addAll);
        for (Criteria<E> criteria : question.criteria()) {
            assertThat(scan(store, criteria))
                    .as("scan for: %s", criteria.words())
                    .isEqualTo(all.stream()
                            .filter(entry -> criteria.test(entry) == Truth.TRUE)
                            .toList());
        }
    }

    /** A scan is in the order of the keys, as Java compares them, whatever the database thinks of their letters. */
    @Property(tries = 10)
    default void aScanIsInTheOrderOfKeys(@ForAll("entriesOfOneKey") List<E> entries) {
        AppendOnlyLog<E, K> store = newStore();
        List<E> all = new ArrayList<>();
        for (int i = 0; i < StoreIds.TEXTS.size(); i++) {
            all.add(entries.get(i % entries.size()));
        }
        List<E> expected = new ArrayList<>();
        fill(store, all, StoreIds.TEXTS).values().forEach(expected::addAll);
        assertThat(scan(store, Criteria.<E>all()))
                .as("entries of many keys, in the order of the keys")
                .isEqualTo(expected);
    }

    /** Each key has a log of its own, with sequences of its own. */
    @Property
    default void eachKeyHasItsOwnLog(
            @ForAll("entriesOfOneKey") List<E> entries, @ForAll("keyTexts") List<String> keys) {
        AppendOnlyLog<E, K> store = newStore();
        fill(store, entries, keys).forEach((key, logged) -> {
            assertThat(Lists.transform(contents(store, key), Sequenced::entry))
                    .as("the log of %s, in the order in which it was written", key)
                    .isEqualTo(logged);
            assertThat(contents(store, key).stream().mapToLong(Sequenced::sequence))
                    .as("the sequences of the log of %s", key)
                    .isEqualTo(LongStream.rangeClosed(1, logged.size()).boxed().toList());
            assertThat(store.last(key)).as("the last sequence of %s", key).isEqualTo(logged.size());
        });
    }

    /** What is added while a reading or a scan runs is not in it. */
    @Property
    default void aReadingIsAsOfItsBeginning(@ForAll("entriesOfOneKey") List<E> entries) {
        AppendOnlyLog<E, K> store = newStore();
        K key = key("A-1");
        store.append(key, 0, entries);
        store.read(key, 0, found -> {
            List<E> seen = new ArrayList<>();
            for (Sequenced<E> each : found) {
                // Not without end, where a reading meets what is added to it.
                if (seen.size() < entries.size()) {
                    store.append(key, store.last(key), entries.subList(0, 1));
                }
                seen.add(each.entry());
            }
            assertThat(seen).as("the reading during which others wrote").isEqualTo(entries);
            return true;
        });
        List<E> before = Lists.transform(contents(store, key), Sequenced::entry);
        store.scan(Criteria.<E>all(), found -> {
            List<E> seen = new ArrayList<>();
            for (E each : found) {
                if (seen.size() < before.size()) {
                    store.append(key, store.last(key), entries.subList(0, 1));
                }
                seen.add(each);
            }
            assertThat(seen).as("the scan during which others wrote").isEqualTo(before);
            assertThat(ImmutableList.<E>copyOf(found)).as("a pass after that").isEqualTo(before);
            return true;
        });
        assertThat(store.last(key))
                .as("the last sequence, after all that was added meanwhile")
                .isEqualTo(16);
    }

    /** The body may go over the entries again, and pass inside a pass. */
    @Property(tries = 10)
    default void readingsNest(@ForAll("entriesOfOneKey") List<E> entries) {
        AppendOnlyLog<E, K> store = filled(entries);
        CursorLaws.passesAreIndependent(reading(store), contents(store, key("A-1")));
        CursorLaws.passesAreIndependent(scanning(store), entries);
    }

    /** What a reading or a scan gave throws IllegalStateException once its body has returned. */
    @Property(tries = 10)
    default void aReadingIsClosedWhenItsBodyReturns(@ForAll("entriesOfOneKey") List<E> entries) {
        AppendOnlyLog<E, K> store = filled(entries);
        CursorLaws.isClosedWhenTheBodyReturns(reading(store));
        CursorLaws.isClosedWhenTheBodyReturns(scanning(store));
    }

    /** What the body throws comes through as it is; the reading is closed and the store goes on. */
    @Property(tries = 10)
    default void aReadingIsClosedWhenItsBodyThrows(@ForAll("entriesOfOneKey") List<E> entries) {
        AppendOnlyLog<E, K> store = filled(entries);
        CursorLaws.isClosedWhenTheBodyThrows(reading(store));
        CursorLaws.isClosedWhenTheBodyThrows(scanning(store));
        K key = key("A-1");
        assertThat(Together.elsewhere("adding after a reading whose body threw", () -> store.append(key, 4, entries)))
                .as("the last sequence, added by another thread after a reading whose body threw")
                .isEqualTo(8);
    }

    /** No cursor and no connection stays open, however a reading ends; skipped where {@link #openCursors} is empty. */
    @Test
    default void aReadingLeavesNothingOpen() {
        assumeTrue(openCursors().isPresent(), "openCursors tells how many cursors are in use");
        AppendOnlyLog<E, K> store = filled(entriesOfOneKey().sample());
        CursorLaws.nothingStaysOpen(reading(store), this::openCursors);
        CursorLaws.nothingStaysOpen(scanning(store), this::openCursors);
    }

    private AppendOnlyLog<E, K> filled(List<E> entries) {
        AppendOnlyLog<E, K> store = newStore();
        store.append(key("A-1"), 0, entries);
        return store;
    }

    /** Adds each entry to the log of its key, one by one, and returns them in the order of a scan. */
    private Map<K, List<E>> fill(AppendOnlyLog<E, K> store, List<E> entries, List<String> keys) {
        Map<K, List<E>> logged = new TreeMap<>();
        for (int i = 0; i < entries.size(); i++) {
            K key = key(keys.get(i));
            E entry = withKey(entries.get(i), key);
            List<E> before = logged.computeIfAbsent(key, missing -> new ArrayList<>());
            store.append(key, before.size(), List.of(entry));
            before.add(entry);
        }
        return logged;
    }

    private ImmutableList<E> scan(AppendOnlyLog<E, K> store, Criteria<E> criteria) {
        return store.scan(criteria, found -> ImmutableList.<E>copyOf(found));
    }

    private CursorLaws.Reading<Sequenced<E>> reading(AppendOnlyLog<E, K> store) {
        return new CursorLaws.Reading<>() {
            @Override
            public <R> R read(Function<? super Iterable<Sequenced<E>>, ? extends R> body) {
                return store.read(key("A-1"), 0, body);
            }
        };
    }

    private CursorLaws.Reading<E> scanning(AppendOnlyLog<E, K> store) {
        return new CursorLaws.Reading<>() {
            @Override
            public <R> R read(Function<? super Iterable<E>, ? extends R> body) {
                return store.scan(Criteria.<E>all(), body);
            }
        };
    }
}
