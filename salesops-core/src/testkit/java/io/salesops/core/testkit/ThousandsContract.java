package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Truth;
import io.salesops.core.repository.Repository;
import io.salesops.core.repository.Versioned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More values than fit into one page, one statement or one fetch: none is left out, and none comes that is newer. */
public interface ThousandsContract<T, I extends Comparable<I>> extends RepositoryFixture<T, I> {

    /** Thousands are saved and found in one call. */
    @Test
    default void thousandsAreSavedAndFound() {
        Repository<T, I> store = newStore();
        List<T> named = numbered(4_000);
        List<Versioned<T>> fresh = new ArrayList<>();
        for (int i = 0; i < named.size(); i += 2) {
            fresh.add(Versioned.fresh(named.get(i)));
        }
        List<I> stored = Lists.transform(fresh, seen -> idOf(seen.value()));
        assertThat(store.saveAll(fresh).keySet().asList())
                .as("2,000 values saved in one call")
                .isEqualTo(stored);
        assertThat(store.findAll(Lists.transform(named, this::idOf)).keySet().asList())
                .as("of 4,000 ids asked for in one call, the 2,000 that are stored, in the order asked for")
                .isEqualTo(stored);
        assertThat(store.findAll(stored).keySet().asList())
                .as("2,000 ids asked for in one call, all of them stored")
                .isEqualTo(stored);
    }

    /** A scan of thousands gives all of them, and all of those that meet a condition, in order. */
    @Test
    default void thousandsAreScanned() {
        Repository<T, I> store = newStore();
        List<T> stored = save(store, numbered(2_000));
        assertScanned(store, Criteria.<T>all(), stored);
        for (Field<T, ?> field : fields().named().values()) {
            assertScanned(store, field.present(), stored);
            assertScanned(store, like(field, stored.get(stored.size() / 2)), stored);
        }
    }

    /** What is written ahead of a scan of thousands is not in it: every row is as it was when the scan began. */
    @Test
    default void aScanOfThousandsIsAsOfItsBeginning() {
        Repository<T, I> store = newStore();
        List<T> stored = save(store, numbered(2_000));
        T other = values().sample();
        store.scan(Criteria.<T>all(), found -> {
            List<T> seen = new ArrayList<>();
            for (T value : found) {
                if (seen.isEmpty()) {
                    for (int each = 1; each < stored.size(); each += 100) {
                        store.delete(idOf(stored.get(each)), 1);
                        store.save(withId(other, "N-" + each + " later"), 0);
                    }
                    store.delete(idOf(stored.get(stored.size() - 1)), 1);
                }
                seen.add(value);
            }
            assertThat(seen.equals(stored))
                    .as(
                            "whether a scan gave its %s rows as they were at its beginning, of which others deleted some"
                                    + " ahead of it, and wrote new ones between them; it gave %s",
                            stored.size(), seen.size())
                    .isTrue();
            assertThat(ImmutableList.<T>copyOf(found).equals(stored))
                    .as("whether a pass after that gives the same %s rows", stored.size())
                    .isTrue();
            return true;
        });
        assertThat(store.scan(Criteria.<T>all(), found -> ImmutableList.<T>copyOf(found))
                        .equals(stored))
                .as("whether a scan begun later gives the same rows")
                .isFalse();
    }

    private void assertScanned(Repository<T, I> store, Criteria<T> criteria, List<T> stored) {
        List<T> expected = stored.stream()
                .filter(value -> criteria.test(value) == Truth.TRUE)
                .toList();
        List<T> scanned = store.scan(criteria, found -> ImmutableList.<T>copyOf(found));
        assertThat(Lists.transform(scanned, this::idOf))
                .as("ids of a scan of %s rows for: %s", stored.size(), criteria.words())
                .isEqualTo(Lists.transform(expected, this::idOf));
        assertThat(scanned.equals(expected))
                .as("whether the %s rows of the scan are those that were saved", expected.size())
                .isTrue();
    }

    private <V> Criteria<T> like(Field<T, V> field, T value) {
        return field.get(value).map(field::is).orElseGet(() -> field.present().not());
    }

    /** Saves the values together and returns them in the order of their ids. */
    private List<T> save(Repository<T, I> store, List<T> values) {
        store.saveAll(Lists.transform(values, Versioned::fresh));
        return values.stream().sorted(Comparator.comparing(this::idOf)).toList();
    }

    /** Some values by turns, each under an id of its own, in no order. */
    private List<T> numbered(int count) {
        List<T> made = values().withoutEdgeCases().list().ofSize(7).sample();
        List<T> numbered = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // By a step that has no factor in common with the number, so that the ids are in no order.
            numbered.add(withId(made.get(i % made.size()), "N-" + i * 1_999L % count));
        }
        return numbered;
    }
}
