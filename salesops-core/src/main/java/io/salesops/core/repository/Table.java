package io.salesops.core.repository;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.ImmutableMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one port: those that everybody sees, or those that one unit of work sees. Rows are replaced as a whole under
 * the lock and read without it. A deleted row keeps its version, so that a new value under its id gets a higher one and
 * nobody takes it for the value he had seen. Thread-safe.
 */
final class Table<T, I extends Comparable<I>> {
    private final ReentrantLock lock;
    private final @Nullable Table<T, I> committed;
    private final SortedTree<I, Row<T>> base;
    private final Set<I> written = new TreeSet<>();
    private volatile SortedTree<I, Row<T>> rows;
    private volatile boolean isClosed;

    private Table(ReentrantLock lock, @Nullable Table<T, I> committed, SortedTree<I, Row<T>> base) {
        this.lock = lock;
        this.committed = committed;
        this.base = base;
        this.rows = base;
    }

    /** An empty table that everybody sees. */
    static <T, I extends Comparable<I>> Table<T, I> shared(ReentrantLock lock) {
        return new Table<>(lock, null, SortedTree.<I, Row<T>>empty());
    }

    /** A table for one unit of work: the rows as they are now, and what the unit writes. */
    Table<T, I> branch() {
        return new Table<>(new ReentrantLock(), this, open());
    }

    Optional<Versioned<T>> find(I id) {
        return Optional.ofNullable(open().get(id)).flatMap(Row::versioned);
    }

    /** Writes all changes and returns their versions, or writes none if one of them expects another version than the stored one. */
    ImmutableMap<I, Long> write(Map<I, Write<T>> writes) {
        ImmutableMap.Builder<I, Long> versions = ImmutableMap.builder();
        lock.lock();
        try {
            SortedTree<I, Row<T>> changed = open();
            for (Map.Entry<I, Write<T>> entry : writes.entrySet()) {
                I id = entry.getKey();
                Write<T> write = entry.getValue();
                Row<T> stored = changed.get(id);
                long version = stored == null || stored.value() == null ? 0 : stored.version();
                if (version != write.expected()) {
                    throw new StaleVersionException(id.toString(), write.expected(), version);
                }
                Row<T> row = new Row<>(lastVersion(stored) + 1, write.value());
                changed = changed.with(id, row);
                versions.put(id, row.version());
            }
            rows = changed;
            if (committed != null) {
                written.addAll(writes.keySet());
            }
            return versions.buildOrThrow();
        } finally {
            lock.unlock();
        }
    }

    /** The values in the order of their identities, as they are now. */
    Iterator<T> values() {
        Iterator<SortedTree.Node<I, Row<T>>> nodes = open().iterator();
        return new AbstractIterator<>() {
            @Override
            protected @Nullable T computeNext() {
                while (nodes.hasNext()) {
                    T value = nodes.next().value().value();
                    if (value != null) {
                        return value;
                    }
                }
                return endOfData();
            }
        };
    }

    /** Checks, under the lock of the shared table, that nobody wrote what this unit wrote. */
    void checkUnchanged() {
        SortedTree<I, Row<T>> now = shared().rows;
        for (I id : written) {
            long seen = lastVersion(base.get(id));
            long stored = lastVersion(now.get(id));
            if (seen != stored) {
                throw new StaleVersionException(id.toString(), seen, stored);
            }
        }
    }

    /** Puts what this unit wrote into the shared table, under its lock. */
    void publish() {
        SortedTree<I, Row<T>> merged = shared().rows;
        for (I id : written) {
            Row<T> row = rows.get(id);
            merged = row == null ? merged : merged.with(id, row);
        }
        shared().rows = merged;
    }

    /** Waits for a write under way and makes every later call fail. */
    void close() {
        lock.lock();
        try {
            isClosed = true;
        } finally {
            lock.unlock();
        }
    }

    private Table<T, I> shared() {
        Table<T, I> shared = committed;
        checkState(shared != null, "table belongs to no unit of work");
        return shared;
    }

    private SortedTree<I, Row<T>> open() {
        checkState(!isClosed, "unit of work has ended. Maybe ask the unit for its result instead of its ports.");
        return rows;
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
