package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.salesops.core.repository.Repository;
import io.salesops.core.repository.StaleVersionException;
import io.salesops.core.repository.Versioned;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Many values at once: all or nothing when saved, in the order asked for when found. */
@PropertyDefaults(tries = 50)
public interface BatchesContract<T, I extends Comparable<I>> extends RepositoryFixture<T, I> {

    /** Many are saved together, new ones and known ones, and returned in the order of the values. */
    @Property
    default void manyAreSavedTogether(@ForAll("differentValues") List<T> values) {
        Repository<T, I> store = newStore();
        store.save(values.get(0), 0);
        List<Versioned<T>> asSeen = new ArrayList<>(Lists.transform(values, Versioned::fresh));
        asSeen.set(0, new Versioned<>(values.get(0), 1));
        List<Versioned<T>> expected = new ArrayList<>();
        asSeen.forEach(seen -> expected.add(new Versioned<>(seen.value(), seen.version() + 1)));

        ImmutableMap<I, Versioned<T>> saved = store.saveAll(asSeen);

        assertThat(saved.values().asList())
                .as("what was saved, in the order of the values, each with its next version")
                .isEqualTo(expected);
        saved.forEach((id, value) ->
                assertThat(id).as("the key under which it is returned").isEqualTo(idOf(value.value())));
        for (Versioned<T> value : expected) {
            assertThat(store.find(idOf(value.value())))
                    .as("each of the values saved together is found")
                    .contains(value);
        }
    }

    /** If one of many is stale, none is saved, wherever it stands. */
    @Property
    default void manyAreSavedAllOrNothing(
            @ForAll("differentValues") List<T> values, @ForAll @IntRange(max = 5) int place) {
        Repository<T, I> store = newStore();
        int stale = place % values.size();
        I known = idOf(values.get(stale));
        store.save(values.get(stale), 0);
        ImmutableMap<I, Versioned<T>> before = contents(store);
        assertThatThrownBy(() -> store.saveAll(Lists.transform(values, Versioned::fresh)))
                .as("saving %s values of which the one at %s is stored already", values.size(), stale)
                .isInstanceOfSatisfying(
                        StaleVersionException.class,
                        refused -> assertThat(refused.id())
                                .as("the id that the exception names")
                                .isEqualTo(known.toString()));
        assertThat(contents(store))
                .as("one value was stale, so none of them is saved")
                .isEqualTo(before);
    }

    /** Two values of one identity cannot be saved together. */
    @Property
    default void twoValuesOfOneIdAreRefused(
            @ForAll("differentValues") List<T> values, @ForAll("versions") List<T> same) {
        Repository<T, I> store = newStore();
        List<Versioned<T>> twice = new ArrayList<>();
        values.stream()
                .filter(value -> !idOf(value).equals(idOf(same.get(0))))
                .forEach(value -> twice.add(Versioned.fresh(value)));
        twice.add(0, Versioned.fresh(same.get(0)));
        twice.add(Versioned.fresh(same.get(1)));
        assertThatThrownBy(() -> store.saveAll(twice))
                .as("saving two values of one id together")
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(contents(store)).as("a refused write changes nothing").isEmpty();
    }

    /** Values are found in the order of the ids asked for, each once; those that are not stored are left out. */
    @Property
    default void manyAreFoundInTheOrderAskedFor(
            @ForAll("differentValues") List<T> values, @ForAll("differentValues") List<T> others) {
        Repository<T, I> store = newStore();
        store.saveAll(Lists.transform(values, Versioned::fresh));
        List<I> asked = new ArrayList<>(Lists.transform(Lists.reverse(values), this::idOf));
        asked.addAll(Lists.transform(others, this::idOf));
        asked.addAll(Lists.transform(values, this::idOf));

        ImmutableMap<I, Versioned<T>> found = store.findAll(asked);

        assertThat(found.keySet().asList())
                .as("the stored ones of the ids asked for, each once, in the order in which they were first named")
                .isEqualTo(asked.stream()
                        .distinct()
                        .filter(id -> store.find(id).isPresent())
                        .toList());
        found.forEach((id, value) -> assertThat(store.find(id))
                .as("found one by one and together, %s is the same", id)
                .contains(value));
        assertThat(found).as("all that are stored").hasSize(values.size());
    }

    /** Nothing is saved or found where nothing is asked. */
    @Test
    default void anEmptyBatchDoesNothing() {
        Repository<T, I> store = newStore();
        assertThat(store.saveAll(ImmutableList.of())).as("saving nothing").isEmpty();
        assertThat(store.findAll(ImmutableList.of())).as("finding nothing").isEmpty();
        assertThat(contents(store)).as("the store").isEmpty();
    }
}
