package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Truth;
import io.salesops.core.repository.Repository;
import io.salesops.core.repository.Versioned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A scan gives what meets the condition, in order, as it was at the beginning, and closes what it opened. */
@PropertyDefaults(tries = 50)
public interface ScansContract<T, I extends Comparable<I>> extends RepositoryFixture<T, I> {

    /** Values, and conditions on them. */
    @Provide
    default Arbitrary<Question<T>> questions() {
        return Question.about(differentValues(), fields());
    }

    /** A value under each of many identities, of several scripts. */
    @Provide
    default Arbitrary<List<T>> valuesOfManyIds() {
        return StoreIds.each(values(), this::withId);
    }

    /** A scan gives the values of which the condition is true, and not those of which it is false or unknown. */
    @Property
    default void aScanGivesWhatMeetsTheCriteria(@ForAll("questions") Question<T> question) {
        Repository<T, I> store = storeOf(question.values());
        for (Criteria<T> criteria : question.criteria()) {
            assertThat(scan(store, criteria))
                    .as("scan for: %s", criteria.words())
                    .containsExactlyInAnyOrderElementsOf(inOrder(question.values()).stream()
                            .filter(value -> criteria.test(value) == Truth.TRUE)
                            .toList());
        }
    }

    /** A scan is in the order of the identities, as Java compares them, whatever the database thinks of their letters. */
    @Property(tries = 10)
    default void aScanIsInTheOrderOfIds(@ForAll("valuesOfManyIds") List<T> values) {
        Repository<T, I> store = newStore();
        values.forEach(value -> store.save(value, 0));
        assertThat(Lists.transform(scan(store, Criteria.<T>all()), this::idOf))
                .as("ids of a scan, each once and in their own order")
                .isEqualTo(Lists.transform(inOrder(values), this::idOf));
    }

    /** What is written while a scan runs is not in it, neither in the pass under way nor in a later one. */
    @Property
    default void aScanIsAsOfItsBeginning(
            @ForAll("differentValues") List<T> values, @ForAll("versions") List<T> others) {
        List<T> stored = inOrder(values);
        Repository<T, I> store = storeOf(stored);
        store.scan(Criteria.<T>all(), found -> {
            List<T> seen = new ArrayList<>();
            for (T value : found) {
                if (seen.isEmpty()) {
                    store.delete(idOf(stored.get(stored.size() - 1)), 1);
                    store.save(withId(others.get(0), "0 before all"), 0);
                    store.save(withId(others.get(1), "\uFFFD behind all"), 0);
                    if (stored.size() > 1) {
                        store.delete(idOf(stored.get(0)), 1);
                    }
                }
                seen.add(value);
            }
            assertThat(seen).as("the pass during which others wrote").isEqualTo(stored);
            assertThat(ImmutableList.<T>copyOf(found)).as("a pass after that").isEqualTo(stored);
            return true;
        });
        assertThat(contents(store))
                .as("what was written during the scan is stored")
                .hasSize(stored.size() > 1 ? stored.size() : 2);
    }

    /** The body of a scan may go over the values again, and scan inside a scan. */
    @Property
    default void scansNest(@ForAll("differentValues") List<T> values) {
        Repository<T, I> store = storeOf(values);
        List<T> expected = inOrder(values);
        CursorLaws.passesAreIndependent(reading(store), expected);
        store.scan(Criteria.<T>all(), outer -> {
            for (T value : outer) {
                assertThat(scan(store, Criteria.<T>all()))
                        .as("a scan inside another, which has come to %s", idOf(value))
                        .isEqualTo(expected);
                assertThat(store.find(idOf(value))).as("found inside a scan").contains(new Versioned<>(value, 1));
            }
            return true;
        });
    }

    /** What a scan gave throws IllegalStateException once its body has returned. */
    @Property(tries = 10)
    default void aScanIsClosedWhenItsBodyReturns(@ForAll("differentValues") List<T> values) {
        CursorLaws.isClosedWhenTheBodyReturns(reading(storeOf(values)));
    }

    /** What the body throws comes through as it is; the scan is closed and the store goes on. */
    @Property(tries = 10)
    default void aScanIsClosedWhenItsBodyThrows(@ForAll("differentValues") List<T> values) {
        Repository<T, I> store = storeOf(values);
        CursorLaws.isClosedWhenTheBodyThrows(reading(store));
        T value = values.get(0);
        Versioned<T> saved = Together.elsewhere("a save after a scan whose body threw", () -> store.save(value, 1));
        assertThat(store.find(idOf(value)))
                .as("saved by another thread after a scan whose body threw")
                .contains(saved);
        assertThat(scan(store, Criteria.<T>all()))
                .as("a scan after one whose body threw")
                .isEqualTo(inOrder(values));
    }

    /** No cursor and no connection stays open, however a scan ends; skipped where {@link #openCursors} is empty. */
    @Test
    default void aScanLeavesNothingOpen() {
        assumeTrue(openCursors().isPresent(), "openCursors tells how many cursors are in use");
        List<T> values = differentValues().sample();
        CursorLaws.nothingStaysOpen(reading(storeOf(values)), this::openCursors);
    }

    private Repository<T, I> storeOf(List<T> values) {
        Repository<T, I> store = newStore();
        store.saveAll(Lists.transform(values, Versioned::fresh));
        return store;
    }

    private List<T> inOrder(List<T> values) {
        return values.stream().sorted(Comparator.comparing(this::idOf)).toList();
    }

    private ImmutableList<T> scan(Repository<T, I> store, Criteria<T> criteria) {
        return store.scan(criteria, found -> ImmutableList.<T>copyOf(found));
    }

    private CursorLaws.Reading<T> reading(Repository<T, I> store) {
        return new CursorLaws.Reading<>() {
            @Override
            public <R> R read(Function<? super Iterable<T>, ? extends R> body) {
                return store.scan(Criteria.<T>all(), body);
            }
        };
    }
}
