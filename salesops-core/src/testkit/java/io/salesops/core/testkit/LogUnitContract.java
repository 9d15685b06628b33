package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.core.repository.AppendOnlyLog;
import io.salesops.core.repository.Sequenced;
import io.salesops.core.repository.StaleVersionException;
import io.salesops.core.repository.UnitOfWork;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What a unit of work keeps of an append-only log that takes part in it, as tests. It stands beside the contract of the
 * port: {@code class OurLedgerTest implements LedgerContract, LogUnitContract<LedgerEntry, PayeeId>}.
 *
 * @param <E> what is logged
 * @param <K> whose log it is
 */
public interface LogUnitContract<E, K extends Comparable<K>> extends LogFixture<E, K>, UnitFixture {

    /** The type under which a unit of work gives the log. */
    Class<? extends AppendOnlyLog<E, K>> port();

    /** The unit reads what it added, others do not before its end and do after it. */
    @Test
    default void anAppendIsKeptWithItsUnit() {
        UnitOfWork stores = newStores();
        K key = key("A-1");
        E entry = withKey(entries().sample(), key);
        stores.perform(ports -> {
            AppendOnlyLog<E, K> mine = ports.get(port());
            mine.append(key, 0, List.of(entry));
            mine.append(key, 1, List.of(entry));
            assertThat(contents(mine, key))
                    .as("what the unit reads that added it")
                    .isEqualTo(List.of(new Sequenced<>(1, entry), new Sequenced<>(2, entry)));
            assertThat(Together.<ImmutableList<Sequenced<E>>>elsewhere(
                            "reading while a unit of work runs", () -> stored(stores, key)))
                    .as("what others read before the unit's end")
                    .isEmpty();
            return true;
        });
        assertThat(stored(stores, key))
                .as("the log after the unit's end")
                .isEqualTo(List.of(new Sequenced<>(1, entry), new Sequenced<>(2, entry)));
    }

    /** Of a unit that throws, or is refused over another log, no entry is kept. */
    @Test
    default void noEntryIsKeptOfAUnitThatFails() {
        UnitOfWork stores = newStores();
        K key = key("A-1");
        E entry = withKey(entries().sample(), key);
        assertThatThrownBy(() -> stores.perform(ports -> {
                    ports.get(port()).append(key, 0, List.of(entry));
                    throw new CursorLaws.HalfwayException();
                }))
                .as("what the work threw")
                .isInstanceOf(CursorLaws.HalfwayException.class);
        assertThat(stored(stores, key)).as("the log after a unit that threw").isEmpty();
        assertThatThrownBy(() -> stores.perform(ports -> {
                    ports.get(port()).append(key, 0, List.of(entry));
                    return ports.get(port()).append(key("A-2"), 7, List.of());
                }))
                .as("a unit that adds behind entry 7 of an empty log")
                .isInstanceOf(StaleVersionException.class);
        assertThat(stored(stores, key))
                .as("the log after a unit that was refused")
                .isEmpty();
    }

    /** Of two units that add behind one entry before either has ended, one is kept and the other told. */
    @Test
    default void ofTwoUnitsOnOneLogOneIsKept() {
        UnitOfWork stores = newStores();
        K key = key("A-1");
        E entry = withKey(entries().sample(), key);
        for (int last = 0; last < 2; last++) {
            int seen = last;
            Consumer<UnitOfWork.Ports> append = ports -> ports.get(port()).append(key, seen, List.of(entry));
            TwoUnits.firstIsKept("two units that add behind entry " + seen, stores, append, append);
            assertThat(stored(stores, key))
                    .as("the log after two units behind entry %s", seen)
                    .hasSize(seen + 1);
        }
    }

    /** The log of a unit is of no use once it has ended. */
    @Test
    default void aLogIsOfNoUseAfterItsUnit() {
        UnitOfWork stores = newStores();
        K key = key("A-1");
        E entry = withKey(entries().sample(), key);
        AppendOnlyLog<E, K> leaked = stores.<AppendOnlyLog<E, K>>perform(ports -> ports.get(port()));
        assertThatThrownBy(() -> leaked.append(key, 0, List.of(entry)))
                .as("adding through a log of a unit that has ended")
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> leaked.last(key))
                .as("asking a log of a unit that has ended for its end")
                .isInstanceOf(RuntimeException.class);
    }

    private ImmutableList<Sequenced<E>> stored(UnitOfWork stores, K key) {
        return stores.perform(ports -> contents(ports.get(port()), key));
    }
}
