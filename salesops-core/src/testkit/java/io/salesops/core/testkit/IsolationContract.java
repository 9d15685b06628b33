package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.repository.Repository;
import io.salesops.core.repository.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;

/** A store shares nothing: not with its callers, and not with the store of another tenant. */
@PropertyDefaults(tries = 50)
public interface IsolationContract<T, I extends Comparable<I>> extends RepositoryFixture<T, I> {

    /** What a caller has been given does not change with later writes. */
    @Property
    default void whatWasReturnedDoesNotChange(
            @ForAll("differentValues") List<T> values, @ForAll("versions") List<T> others) {
        Repository<T, I> store = newStore();
        ImmutableMap<I, Versioned<T>> saved = store.saveAll(Lists.transform(values, Versioned::fresh));
        List<I> ids = ImmutableList.copyOf(saved.keySet());
        ImmutableMap<I, Versioned<T>> found = store.findAll(ids);
        Optional<Versioned<T>> first = store.find(ids.get(0));
        List<T> scanned = store.scan(Criteria.<T>all(), all -> ImmutableList.<T>copyOf(all));
        List<Versioned<T>> copy = Lists.transform(values, value -> new Versioned<>(value, 1));

        ids.forEach(id -> store.delete(id, 1));
        store.save(others.get(0), 0);

        assertThat(saved.values().asList())
                .as("what saving returned, after later writes")
                .isEqualTo(copy);
        assertThat(found.values().asList())
                .as("what finding many returned, after later writes")
                .isEqualTo(copy);
        assertThat(first).as("what finding one returned, after later writes").contains(copy.get(0));
        assertThat(scanned).as("what a scan gave, after later writes").containsExactlyInAnyOrderElementsOf(values);
    }

    /** A collection that was passed in belongs to the caller: he may change it afterwards. */
    @Property
    default void whatWasPassedInMayChange(
            @ForAll("differentValues") List<T> values, @ForAll("versions") List<T> others) {
        Repository<T, I> store = newStore();
        List<Versioned<T>> mine = new ArrayList<>(Lists.transform(values, Versioned::fresh));
        ImmutableMap<I, Versioned<T>> saved = store.saveAll(mine);
        mine.replaceAll(value -> Versioned.fresh(others.get(0)));
        assertThat(contents(store))
                .as("what is stored, after the caller has changed the list that he had saved")
                .containsExactlyInAnyOrderEntriesOf(saved);
        mine.clear();
        List<I> asked = new ArrayList<>(saved.keySet());
        ImmutableMap<I, Versioned<T>> found = store.findAll(asked);
        asked.clear();
        assertThat(found)
                .as("what was found, after the caller has changed the list of ids that he had asked for")
                .isEqualTo(saved);
    }

    /** Two tenants keep the same ids and neither sees, counts or loses what the other wrote. */
    @Property
    default void tenantsShareNothing(@ForAll("differentValues") List<T> values, @ForAll("versions") List<T> others) {
        Repository<T, I> store = newStore();
        Repository<T, I> other = newStore();
        ImmutableMap<I, Versioned<T>> saved = store.saveAll(Lists.transform(values, Versioned::fresh));
        I id = idOf(others.get(0));
        assertThat(contents(other)).as("what another tenant's scan gives").isEmpty();
        assertThat(other.findAll(saved.keySet()))
                .as("what another tenant finds")
                .isEmpty();
        for (I each : saved.keySet()) {
            assertThat(other.find(each))
                    .as("what another tenant finds under %s", each)
                    .isEmpty();
        }
        assertThat(other.save(others.get(0), 0).version())
                .as("the first version of another tenant's value under %s", id)
                .isEqualTo(1);
        other.save(others.get(1), 1);
        assertThat(contents(store))
                .as("what is stored, after another tenant has written")
                .isEqualTo(saved);
        other.delete(id, 2);
        assertThat(store.findAll(saved.keySet()))
                .as("what is found, after another tenant has deleted")
                .isEqualTo(saved);
        assertThat(contents(other))
                .as("another tenant's store after its delete")
                .isEmpty();
    }
}
