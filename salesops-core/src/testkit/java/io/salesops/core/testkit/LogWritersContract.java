package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.repository.AppendOnlyLog;
import io.salesops.core.repository.Sequenced;
import io.salesops.core.repository.StaleVersionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Several writers and several tenants of a log, and any sequence of calls. */
@PropertyDefaults(tries = 50)
public interface LogWritersContract<E, K extends Comparable<K>> extends LogFixture<E, K> {

    /** Up to twelve appends to three logs, a third of them stale. */
    @Provide
    default Arbitrary<List<Append<E>>> appends() {
        return Combinators.combine(
                        Arbitraries.of("A-1", "a-1", "東京"),
                        entries().withoutEdgeCases().list().ofSize(2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(0, 0, 0, 0, 1, -1))
                .as((key, made, size, off) -> new Append<>(key, made.subList(0, size), off))
                .list()
                .ofMaxSize(12);
    }

    /** Any sequence of right and stale appends leaves the logs as it leaves lists. */
    @Property
    default void aLogBehavesLikeAList(@ForAll("appends") List<Append<E>> appends) {
        LogModel<E, K> model = new LogModel<>(this, newStore());
        appends.forEach(model::run);
    }

    /** Two tenants keep logs of the same key and neither sees, counts or waits for what the other wrote. */
    @Property
    default void tenantsShareNothing(@ForAll("entriesOfOneKey") List<E> entries) {
        AppendOnlyLog<E, K> store = newStore();
        AppendOnlyLog<E, K> other = newStore();
        K key = key("A-1");
        store.append(key, 0, entries);
        assertThat(other.last(key)).as("the last entry in another tenant's log").isZero();
        assertThat(contents(other, key)).as("another tenant's log").isEmpty();
        assertThat(other.<List<E>>scan(Criteria.<E>all(), Lists::newArrayList))
                .as("what another tenant's scan gives")
                .isEmpty();
        List<Sequenced<E>> before = contents(store, key);
        assertThat(other.append(key, 0, entries.subList(0, 1)))
                .as("the first sequence in another tenant's log")
                .isEqualTo(1);
        assertThat(contents(store, key))
                .as("the log, after another tenant has written")
                .isEqualTo(before);
    }

    /** Of several writers who have seen the same last entry, one wins, and the others are told. */
    @Test
    default void oneOfManyWritersWins() {
        AppendOnlyLog<E, K> store = newStore();
        K key = key("A-1");
        E entry = withKey(entries().sample(), key);
        int rounds = 25;
        CyclicBarrier start = new CyclicBarrier(Together.THREADS);
        List<List<Integer>> won = Together.all("adding behind one entry", writer -> () -> {
            List<Integer> mine = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                start.await(20, TimeUnit.SECONDS);
                try {
                    store.append(key, round, List.of(entry));
                    mine.add(round);
                } catch (StaleVersionException lost) {
                    // Somebody else won this round.
                }
            }
            return mine;
        });
        assertThat(won.stream().flatMap(List::stream).sorted())
                .as("the rounds in which one of %s writers was accepted: each round once", Together.THREADS)
                .isEqualTo(IntStream.range(0, rounds).boxed().toList());
        assertGapFree(store, key, rounds);
    }

    /** Several writers who read the end, add and repeat where they are refused lose nothing and leave no gap. */
    @Test
    default void concurrentAppendsLoseNothing() {
        AppendOnlyLog<E, K> store = newStore();
        K key = key("A-1");
        E entry = withKey(entries().sample(), key);
        int rounds = 25;
        Together.all("adding to a log", writer -> () -> {
            for (int round = 0; round < rounds; round++) {
                Together.retried(() -> store.append(key, store.last(key), List.of(entry, entry)));
            }
            return writer;
        });
        assertGapFree(store, key, 2 * rounds * Together.THREADS);
    }

    private void assertGapFree(AppendOnlyLog<E, K> store, K key, int size) {
        assertThat(contents(store, key).stream().map(Sequenced::sequence))
                .as("the sequences of the log: all that was accepted, without a gap")
                .isEqualTo(LongStream.rangeClosed(1, size).boxed().toList());
        assertThat(store.last(key)).as("the last sequence").isEqualTo(size);
    }
}
