package io.salesops.core.repository;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.FluentIterable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The logs of all keys, and those of them that the present unit of work appended to. Immutable and thread-safe. */
record Logs<E, K extends Comparable<K>>(SortedTree<K, Logs.Log<E>> all, SortedTree<K, Logs.Log<E>> written) {

    static <E, K extends Comparable<K>> Logs<E, K> empty() {
        return new Logs<>(SortedTree.<K, Log<E>>empty(), SortedTree.<K, Log<E>>empty());
    }

    long last(K key) {
        return last(all.get(key));
    }

    /** The entries of a key behind a sequence, in order. */
    FluentIterable<Sequenced<E>> after(K key, long sequence) {
        Log<E> log = all.get(key);
        return FluentIterable.from(
                        log == null
                                ? List.<SortedTree.Node<Long, E>>of()
                                : log.entries().after(sequence))
                .transform(node -> new Sequenced<>(node.key(), node.value()));
    }

    /** The entries of all keys, in the order of keys and of sequences. */
    FluentIterable<E> entries() {
        return FluentIterable.from(all)
                .transformAndConcat(log -> log.value().entries())
                .transform(SortedTree.Node::value);
    }

    /** Returns the logs with more entries; throws if the log does not end where expected. */
    Logs<E, K> appended(K key, long expectedLast, List<E> entries) {
        checkArgument(expectedLast >= 0, "expected last sequence must not be negative: %s", expectedLast);
        Log<E> log = all.get(key);
        long last = last(log);
        if (last != expectedLast) {
            throw new StaleVersionException(key.toString(), expectedLast, last);
        }
        SortedTree<Long, E> tree = log == null ? SortedTree.empty() : log.entries();
        for (E entry : entries) {
            last++;
            tree = tree.with(last, entry);
        }
        Log<E> longer = new Log<>(last, tree);
        return new Logs<>(all.with(key, longer), written.with(key, longer));
    }

    /** Returns {@code now} with the logs that {@code mine} appended to; throws if others did so in the meantime. */
    static <E, K extends Comparable<K>> Logs<E, K> merged(Logs<E, K> base, Logs<E, K> mine, Logs<E, K> now) {
        SortedTree<K, Log<E>> merged = now.all();
        for (SortedTree.Node<K, Log<E>> entry : mine.written()) {
            long seen = base.last(entry.key());
            long stored = now.last(entry.key());
            if (seen != stored) {
                throw new StaleVersionException(entry.key().toString(), seen, stored);
            }
            merged = merged.with(entry.key(), entry.value());
        }
        return new Logs<>(merged, SortedTree.empty());
    }

    private static long last(@Nullable Log<?> log) {
        return log == null ? 0 : log.last();
    }

    /** The entries of one key by sequence. */
    record Log<E>(long last, SortedTree<Long, E> entries) {}
}
