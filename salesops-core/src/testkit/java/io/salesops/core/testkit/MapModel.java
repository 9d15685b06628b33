package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.repository.Repository;
import io.salesops.core.repository.StaleVersionException;
import io.salesops.core.repository.Versioned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A store, and a map that is told the same; they are compared after each call. */
final class MapModel<T, I extends Comparable<I>> {
    private final RepositoryFixture<T, I> fixture;
    private final Repository<T, I> store;
    private final TreeMap<I, Versioned<T>> held = new TreeMap<>();
    private final Map<I, Long> highest = new HashMap<>();
    private final List<String> history = new ArrayList<>();

    MapModel(RepositoryFixture<T, I> fixture, Repository<T, I> store) {
        this.fixture = fixture;
        this.store = store;
    }

    void run(Command<T> command) {
        List<I> ids = Lists.transform(command.values(), fixture::idOf);
        T value = command.values().get(0);
        I id = ids.get(0);
        switch (command.kind()) {
            case SAVE -> save(value, id, Math.max(0, version(id) + command.off()));
            case SAVE_ALL -> saveAll(command.values(), ids, command.off());
            case DELETE -> delete(id, Math.max(0, version(id) + command.off()));
            case FIND -> {
                history.add("find " + ids);
                findAll(ids);
            }
        }
        compare();
    }

    private void save(T value, I id, long expected) {
        history.add("save " + id + " over version " + expected);
        if (expected == version(id)) {
            accept(id, value, store.save(value, expected));
        } else {
            refuse(id, expected, () -> store.save(value, expected));
        }
    }

    private void delete(I id, long expected) {
        history.add("delete version " + expected + " of " + id);
        if (held.containsKey(id) && expected == version(id)) {
            store.delete(id, expected);
            held.remove(id);
        } else {
            refuse(id, expected, () -> store.delete(id, expected));
        }
    }

    private void saveAll(List<T> values, List<I> ids, int off) {
        List<Versioned<T>> writes = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            int wrong = i == values.size() - 1 ? off : 0;
            writes.add(new Versioned<>(values.get(i), Math.max(0, version(ids.get(i)) + wrong)));
        }
        history.add("save "
                + Lists.transform(writes, write -> fixture.idOf(write.value()) + " over version " + write.version()));
        I last = ids.get(ids.size() - 1);
        long expected = writes.get(writes.size() - 1).version();
        if (new LinkedHashSet<>(ids).size() < ids.size()) {
            assertThatThrownBy(() -> store.saveAll(writes))
                    .as("%s: two values of one id", this)
                    .isInstanceOf(IllegalArgumentException.class);
        } else if (expected != version(last)) {
            refuse(last, expected, () -> store.saveAll(writes));
        } else {
            ImmutableMap<I, Versioned<T>> saved = store.saveAll(writes);
            assertThat(saved.keySet().asList())
                    .as("%s: the ids of the result", this)
                    .isEqualTo(ids);
            for (int i = 0; i < values.size(); i++) {
                accept(ids.get(i), values.get(i), saved.values().asList().get(i));
            }
        }
    }

    /** The version is the next one; after a delete, any that the id has not had. */
    private void accept(I id, T value, Versioned<T> saved) {
        long before = highest.getOrDefault(id, 0L);
        if (held.containsKey(id) || before == 0) {
            assertThat(saved).as("%s: the result", this).isEqualTo(new Versioned<>(value, before + 1));
        } else {
            assertThat(saved.value()).as("%s: the value of the result", this).isEqualTo(value);
            assertThat(saved.version())
                    .as("%s: the version of the result, after a delete", this)
                    .isGreaterThan(before);
        }
        held.put(id, saved);
        highest.put(id, saved.version());
    }

    private void refuse(I id, long expected, ThrowingCallable write) {
        assertThatThrownBy(write)
                .as("%s: it is stale, the version is %s", this, version(id))
                .isInstanceOfSatisfying(StaleVersionException.class, stale -> {
                    assertThat(stale.id()).as("%s: the id that is named", this).isEqualTo(id.toString());
                    assertThat(stale.expected())
                            .as("%s: the expected version", this)
                            .isEqualTo(expected);
                    assertThat(stale.stored())
                            .as("%s: the stored version", this)
                            .isEqualTo(version(id));
                });
    }

    private void compare() {
        assertThat(store.<ImmutableList<T>>scan(Criteria.<T>all(), found -> ImmutableList.<T>copyOf(found)))
                .as("%s: what a scan gives then", this)
                .isEqualTo(held.values().stream().map(Versioned::value).toList());
        findAll(highest.keySet());
    }

    private void findAll(Iterable<I> ids) {
        Map<I, Versioned<T>> expected = new LinkedHashMap<>();
        ids.forEach(id -> {
            Optional<Versioned<T>> one = Optional.ofNullable(held.get(id));
            assertThat(store.find(id))
                    .as("%s: what is found under %s then", this, id)
                    .isEqualTo(one);
            one.ifPresent(value -> expected.put(id, value));
        });
        assertThat(store.findAll(ImmutableList.copyOf(ids)).entrySet().asList())
                .as("%s: what is found then", this)
                .isEqualTo(ImmutableList.copyOf(expected.entrySet()));
    }

    private long version(I id) {
        Versioned<T> value = held.get(id);
        return value == null ? 0 : value.version();
    }

    /** The calls so far. */
    @Override
    public String toString() {
        return "after " + String.join(", then ", history);
    }
}
