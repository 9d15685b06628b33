package io.salesops.core.repository;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.FluentIterable;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a repository, and which of them the present unit of work wrote. A deleted row keeps its version, so that a
 * new value under its id gets a higher one and nobody takes it for the value he had seen. Immutable and thread-safe.
 */
record Rows<T, I extends Comparable<I>>(SortedTree<I, Rows.Row<T>> all, SortedTree<I, Rows.Row<T>> written) {

    static <T, I extends Comparable<I>> Rows<T, I> empty() {
        return new Rows<>(SortedTree.<I, Row<T>>empty(), SortedTree.<I, Row<T>>empty());
    }

    Optional<Versioned<T>> find(I id) {
        return Optional.ofNullable(all.get(id)).flatMap(Row::versioned);
    }

    /** The values in the order of their identities. */
    FluentIterable<T> values() {
        return FluentIterable.from(all)
                .transform(SortedTree.Node::value)
                .transformAndConcat(
                        row -> row.versioned().map(Versioned::value).stream().toList());
    }

    /** Returns the rows after all writes; throws if one of them expects another version than the stored one. */
    Rows<T, I> after(Map<I, Write<T>> writes) {
        SortedTree<I, Row<T>> changed = all;
        SortedTree<I, Row<T>> changes = written;
        for (Map.Entry<I, Write<T>> entry : writes.entrySet()) {
            I id = entry.getKey();
            Write<T> write = entry.getValue();
            Row<T> stored = changed.get(id);
            if (version(stored) != write.expected()) {
                throw new StaleVersionException(id.toString(), write.expected(), version(stored));
            }
            Row<T> row = new Row<>(lastVersion(stored) + 1, write.value());
            changed = changed.with(id, row);
            changes = changes.with(id, row);
        }
        return new Rows<>(changed, changes);
    }

    /** Returns {@code now} with the rows that {@code mine} wrote; throws if others wrote one of them in the meantime. */
    static <T, I extends Comparable<I>> Rows<T, I> merged(Rows<T, I> base, Rows<T, I> mine, Rows<T, I> now) {
        SortedTree<I, Row<T>> merged = now.all();
        for (SortedTree.Node<I, Row<T>> entry : mine.written()) {
            I id = entry.key();
            Row<T> seen = base.all().get(id);
            Row<T> stored = now.all().get(id);
            if (lastVersion(seen) != lastVersion(stored)) {
                throw new StaleVersionException(id.toString(), version(seen), version(stored));
            }
            merged = merged.with(id, entry.value());
        }
        return new Rows<>(merged, SortedTree.empty());
    }

    /** The version that callers see: 0 where nothing is stored. */
    private static long version(@Nullable Row<?> row) {
        return row == null || row.value() == null ? 0 : row.version();
    }

    private static long lastVersion(@Nullable Row<?> row) {
        return row == null ? 0 : row.version();
    }

    /** A stored value, or none where it was deleted. */
    record Row<T>(long version, @Nullable T value) {
        Optional<Versioned<T>> versioned() {
            return value == null ? Optional.empty() : Optional.of(new Versioned<>(value, version));
        }
    }

    /** A value to store over a version, or none to delete it. */
    record Write<T>(long expected, @Nullable T value) {

        Write {
            checkArgument(expected >= 0, "expected version must not be negative: %s", expected);
        }
    }
}
