package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.repository.Repository;
import io.salesops.core.repository.UnitOfWork;
import io.salesops.core.repository.Versioned;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What a unit of work keeps of a repository that takes part in it, as tests. It stands beside the contract of the port:
 * {@code class OurQuotesTest implements QuotesContract, RepositoryUnitContract<Quote, QuoteId>}.
 *
 * @param <T> what is stored
 * @param <I> its identity
 */
public interface RepositoryUnitContract<T, I extends Comparable<I>> extends RepositoryFixture<T, I>, UnitFixture {

    /** The type under which a unit of work gives the repository. */
    Class<? extends Repository<T, I>> port();

    /** The unit sees what it saved, others do not before its end and do after it. */
    @Test
    default void aValueIsKeptWithItsUnit() {
        UnitOfWork stores = newStores();
        T value = withId(values().sample(), "A-1");
        stores.perform(ports -> {
            Repository<T, I> mine = ports.get(port());
            mine.save(value, 0);
            assertThat(contents(mine).values())
                    .as("what the unit sees that saved it")
                    .containsExactly(new Versioned<>(value, 1));
            assertThat(Together.<ImmutableMap<I, Versioned<T>>>elsewhere(
                            "reading while a unit of work runs", () -> stored(stores)))
                    .as("what others see before the unit's end")
                    .isEmpty();
            return true;
        });
        assertThat(stored(stores).values())
                .as("what is stored after the unit's end")
                .containsExactly(new Versioned<>(value, 1));
    }

    /** Of a unit that throws no save, no batch and no delete is kept. */
    @Test
    default void noValueIsKeptOfAUnitThatFails() {
        UnitOfWork stores = newStores();
        T value = values().sample();
        stores.perform(ports -> ports.get(port())
                .saveAll(List.of(Versioned.fresh(withId(value, "A-1")), Versioned.fresh(withId(value, "A-2")))));
        ImmutableMap<I, Versioned<T>> before = stored(stores);
        assertThatThrownBy(() -> stores.perform(ports -> {
                    Repository<T, I> mine = ports.get(port());
                    mine.save(withId(value, "A-1"), 1);
                    mine.saveAll(List.of(Versioned.fresh(withId(value, "A-3"))));
                    mine.delete(idOf(withId(value, "A-2")), 1);
                    throw new CursorLaws.HalfwayException();
                }))
                .as("what the work threw")
                .isInstanceOf(CursorLaws.HalfwayException.class);
        assertThat(stored(stores)).as("what is stored after a unit that threw").isEqualTo(before);
    }

    /** Of two units that write one value, or insert it, before either has ended, one is kept and the other told. */
    @Test
    default void ofTwoUnitsOverOneValueOneIsKept() {
        T value = withId(values().sample(), "A-1");
        UnitOfWork stores = newStores();
        for (long version = 0; version < 2; version++) {
            long seen = version;
            Consumer<UnitOfWork.Ports> save = ports -> ports.get(port()).save(value, seen);
            TwoUnits.firstIsKept("two units that save over version " + seen, stores, save, save);
            assertThat(stored(stores).values())
                    .as("what is stored after two units over version %s", seen)
                    .containsExactly(new Versioned<>(value, seen + 1));
        }
    }

    /** The repository of a unit is of no use once it has ended. */
    @Test
    default void aRepositoryIsOfNoUseAfterItsUnit() {
        UnitOfWork stores = newStores();
        T value = withId(values().sample(), "A-1");
        Repository<T, I> leaked = stores.<Repository<T, I>>perform(ports -> ports.get(port()));
        assertThatThrownBy(() -> leaked.save(value, 0))
                .as("saving through a repository of a unit that has ended")
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> leaked.find(idOf(value)))
                .as("finding through a repository of a unit that has ended")
                .isInstanceOf(RuntimeException.class);
    }

    private ImmutableMap<I, Versioned<T>> stored(UnitOfWork stores) {
        return stores.perform(ports -> contents(ports.get(port())));
    }
}
