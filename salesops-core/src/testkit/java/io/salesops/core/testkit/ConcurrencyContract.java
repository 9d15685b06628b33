package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.salesops.core.repository.Repository;
import io.salesops.core.repository.StaleVersionException;
import io.salesops.core.repository.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Writers at the same time lose nothing. */
public interface ConcurrencyContract<T, I extends Comparable<I>> extends RepositoryFixture<T, I> {

    /** Of several writers who have seen the same version, one wins, and the others are told. */
    @Test
    default void oneOfManyWritersWins() {
        Repository<T, I> store = newStore();
        int rounds = 25;
        CyclicBarrier start = new CyclicBarrier(Together.THREADS);
        List<T> values = values().list().ofSize(Together.THREADS).sample().stream()
                .map(value -> withId(value, "A-1"))
                .toList();
        List<List<Optional<Versioned<T>>>> saved = Together.all("saving over one version", writer -> () -> {
            List<Optional<Versioned<T>>> mine = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                start.await(20, TimeUnit.SECONDS);
                mine.add(trySave(store, values.get(writer), round));
            }
            return mine;
        });
        for (int round = 0; round < rounds; round++) {
            int here = round;
            List<Versioned<T>> winners =
                    saved.stream().flatMap(mine -> mine.get(here).stream()).toList();
            assertThat(winners)
                    .as("those of %s writers whose save over version %s was accepted", Together.THREADS, round)
                    .hasSize(1);
            assertThat(winners.get(0).version())
                    .as("the version that the winner wrote")
                    .isEqualTo(round + 1L);
            if (round == rounds - 1) {
                assertThat(store.find(idOf(values.get(0))))
                        .as("the last winner's value is stored")
                        .contains(winners.get(0));
            }
        }
    }

    /** Several writers who load, change and save, and repeat where they are refused, lose no change. */
    @Test
    default void concurrentIncrementsLoseNothing() {
        Repository<T, I> store = newStore();
        int rounds = 50;
        T value = withId(values().sample(), "A-1");
        I id = idOf(value);
        store.save(value, 0);
        List<List<Long>> accepted = Together.all("loading and saving", writer -> () -> {
            List<Long> mine = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                Together.retried(() -> {
                    Versioned<T> seen = store.find(id).orElseThrow();
                    mine.add(store.save(seen.value(), seen.version()).version());
                });
            }
            return mine;
        });
        long last = 1L + (long) Together.THREADS * rounds;
        assertThat(accepted.stream().flatMap(List::stream).sorted())
                .as("the versions that the accepted saves returned: each that follows version 1, once")
                .isEqualTo(LongStream.rangeClosed(2, last).boxed().toList());
        assertThat(store.find(id))
                .as("what is stored after %s accepted saves over version 1", last - 1)
                .contains(new Versioned<>(value, last));
    }

    /** Batches over the same values in different orders neither block each other nor tear. */
    @Test
    default void concurrentBatchesAreSavedWhole() {
        Repository<T, I> store = newStore();
        int rounds = 25;
        T value = values().sample();
        List<I> ids =
                ImmutableList.of(idOf(withId(value, "A-1")), idOf(withId(value, "A-2")), idOf(withId(value, "A-3")));
        store.saveAll(List.of(
                Versioned.fresh(withId(value, "A-1")),
                Versioned.fresh(withId(value, "A-2")),
                Versioned.fresh(withId(value, "A-3"))));
        Together.all("saving batches in different orders", writer -> () -> {
            List<I> mine = writer % 2 == 0 ? ids : Lists.reverse(ids);
            for (int round = 0; round < rounds; round++) {
                Together.retried(() -> store.saveAll(store.findAll(mine).values()));
            }
            return writer;
        });
        assertThat(Lists.transform(store.findAll(ids).values().asList(), Versioned::version))
                .as("the versions of three values after %s accepted batches of all three", Together.THREADS * rounds)
                .containsOnly(1L + (long) Together.THREADS * rounds);
    }

    private Optional<Versioned<T>> trySave(Repository<T, I> store, T value, long expected) {
        try {
            return Optional.of(store.save(value, expected));
        } catch (StaleVersionException lost) {
            return Optional.empty();
        }
    }
}
