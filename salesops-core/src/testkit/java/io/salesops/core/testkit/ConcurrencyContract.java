package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.repository.Repository;
import io.salesops.core.repository.StaleVersionException;
import io.salesops.core.repository.Versioned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
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

    /** Of several who save and delete what they have seen at one version, one wins, and the others are told. */
    @Test
    default void oneOfManySavesAndDeletesWins() {
        Repository<T, I> store = newStore();
        int rounds = 25;
        List<T> values = IntStream.range(0, rounds)
                .mapToObj(round -> withId(values().sample(), "A-" + round))
                .toList();
        values.forEach(value -> store.save(value, 0));
        CyclicBarrier start = new CyclicBarrier(Together.THREADS);
        List<List<Boolean>> won = Together.all("saving and deleting one version", writer -> () -> {
            List<Boolean> mine = new ArrayList<>();
            for (T value : values) {
                start.await(20, TimeUnit.SECONDS);
                mine.add(
                        isDelete(writer)
                                ? tryDelete(store, idOf(value))
                                : trySave(store, value, 1).isPresent());
            }
            return mine;
        });
        for (int round = 0; round < rounds; round++) {
            int here = round;
            List<Integer> winners = IntStream.range(0, Together.THREADS)
                    .filter(writer -> won.get(writer).get(here))
                    .boxed()
                    .toList();
            assertThat(winners)
                    .as("those of %s writers whose save or delete of version 1 was accepted", Together.THREADS)
                    .hasSize(1);
            T value = values.get(round);
            assertThat(store.find(idOf(value)))
                    .as("what is stored after a %s was accepted", isDelete(winners.get(0)) ? "delete" : "save")
                    .isEqualTo(isDelete(winners.get(0)) ? Optional.empty() : Optional.of(new Versioned<>(value, 2)));
        }
    }

    /** Who reads while others save batches finds each of them whole or not at all. */
    @Test
    default void readersFindBatchesWhole() {
        Repository<T, I> store = newStore();
        int rounds = 25;
        T value = values().sample();
        List<T> batch = List.of(withId(value, "A-1"), withId(value, "A-2"), withId(value, "A-3"));
        List<I> ids = batch.stream().map(this::idOf).toList();
        AtomicBoolean isOver = new AtomicBoolean();
        Together.all("saving batches and reading them", thread -> () -> {
            if (thread == 0) {
                try {
                    for (int round = 0; round < rounds; round++) {
                        long version = round;
                        store.saveAll(Lists.transform(batch, each -> new Versioned<>(each, version)));
                    }
                } finally {
                    isOver.set(true);
                }
            } else {
                do {
                    List<Long> versions = ImmutableList.copyOf(
                            Lists.transform(store.findAll(ids).values().asList(), Versioned::version));
                    assertThat(versions)
                            .as("the versions of three values that are only saved together")
                            .isIn(
                                    List.of(),
                                    Collections.nCopies(
                                            3, versions.stream().findFirst().orElse(0L)));
                    assertThat(store.<Integer>scan(Criteria.<T>all(), Iterables::size))
                            .as("how many of three values that are only saved together a scan gives")
                            .isIn(0, 3);
                } while (!isOver.get());
            }
            return thread;
        });
    }

    private boolean isDelete(int writer) {
        return writer % 2 == 0;
    }

    private boolean tryDelete(Repository<T, I> store, I id) {
        try {
            store.delete(id, 1);
            return true;
        } catch (StaleVersionException lost) {
            return false;
        }
    }

    private Optional<Versioned<T>> trySave(Repository<T, I> store, T value, long expected) {
        try {
            return Optional.of(store.save(value, expected));
        } catch (StaleVersionException lost) {
            return Optional.empty();
        }
    }
}
