package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.repository.AppendOnlyLog;
import io.salesops.core.repository.Sequenced;
import io.salesops.core.repository.StaleVersionException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A log, and lists that are told the same; they are compared after each call. */
final class LogModel<E, K extends Comparable<K>> {
    private final LogFixture<E, K> fixture;
    private final AppendOnlyLog<E, K> store;
    private final TreeMap<K, List<E>> held = new TreeMap<>();
    private final List<String> history = new ArrayList<>();

    LogModel(LogFixture<E, K> fixture, AppendOnlyLog<E, K> store) {
        this.fixture = fixture;
        this.store = store;
    }

    void run(Append<E> append) {
        K key = fixture.key(append.key());
        List<E> log = held.computeIfAbsent(key, missing -> new ArrayList<>());
        long expected = Math.max(0, log.size() + append.off());
        List<E> entries = append.entries().stream()
                .map(entry -> fixture.withKey(entry, key))
                .toList();
        history.add("add " + entries.size() + " behind " + expected + " of " + key);
        if (expected == log.size()) {
            assertThat(store.append(key, expected, entries))
                    .as("%s: the result", this)
                    .isEqualTo(log.size() + entries.size());
            log.addAll(entries);
        } else {
            assertThatThrownBy(() -> store.append(key, expected, entries))
                    .as("%s: it is stale, the last is %s", this, log.size())
                    .isInstanceOf(StaleVersionException.class);
        }
        compare();
    }

    private void compare() {
        held.forEach((key, log) -> {
            List<Sequenced<E>> expected = new ArrayList<>();
            log.forEach(entry -> expected.add(new Sequenced<>(expected.size() + 1L, entry)));
            assertThat(store.last(key)).as("%s: the last of %s", this, key).isEqualTo(log.size());
            assertThat(fixture.contents(store, key))
                    .as("%s: the log of %s", this, key)
                    .isEqualTo(expected);
        });
        List<E> all = new ArrayList<>();
        held.values().forEach(all::addAll);
        assertThat(store.<ImmutableList<E>>scan(Criteria.<E>all(), found -> ImmutableList.<E>copyOf(found)))
                .as("%s: what a scan gives then", this)
                .isEqualTo(all);
    }

    /** The calls so far. */
    @Override
    public String toString() {
        return "after " + String.join(", then ", history);
    }
}
