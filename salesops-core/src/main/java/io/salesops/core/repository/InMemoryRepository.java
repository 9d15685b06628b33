package io.salesops.core.repository;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterators;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Truth;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A repository in memory, for tests and examples. Thread-safe; each call is atomic, and reads see one state.
 *
 * <p>A module gives its port a store by extending this class, and registers it with
 * {@link InMemoryStores#with(Class, java.util.function.Supplier)}:
 *
 * <pre>{@code
 * public final class InMemoryQuotes extends InMemoryRepository<Quote, QuoteId> implements Quotes {
 *     public InMemoryQuotes() {
 *         super(Quote::id);
 *     }
 * }
 * }</pre>
 *
 * <p>The first version of an id is 1. A value that is stored under the id of a deleted one continues its versions. Cost:
 * log n for a value, n for a scan, nothing for its snapshot; a deleted value leaves its id and version in memory.
 *
 * @param <T> what is stored; immutable
 * @param <I> its identity
 */
public abstract class InMemoryRepository<T, I extends Comparable<I>> implements Repository<T, I> {
    private final Function<? super T, ? extends I> idOf;
    private Table<T, I> table = Table.shared(new ReentrantLock());
    private boolean isAttached;

    /** Creates an empty store; {@code idOf} returns a value's identity. */
    protected InMemoryRepository(Function<? super T, ? extends I> idOf) {
        this.idOf = idOf;
    }

    @Override
    public final Optional<Versioned<T>> find(I id) {
        return table.find(id);
    }

    @Override
    public final ImmutableMap<I, Versioned<T>> findAll(Collection<I> ids) {
        ImmutableMap.Builder<I, Versioned<T>> found = ImmutableMap.builder();
        Table<T, I> snapshot = table.branch();
        for (I id : new LinkedHashSet<>(ids)) {
            snapshot.find(id).ifPresent(value -> found.put(id, value));
        }
        return found.buildOrThrow();
    }

    @Override
    public final Versioned<T> save(T value, long expectedVersion) {
        I id = idOf.apply(value);
        Map<I, Long> versions = table.write(ImmutableMap.of(id, new Table.Write<>(expectedVersion, value)));
        return versioned(id, value, versions);
    }

    @Override
    public final ImmutableMap<I, Versioned<T>> saveAll(Collection<Versioned<T>> values) {
        ImmutableMap.Builder<I, Table.Write<T>> writes = ImmutableMap.builder();
        ImmutableMap.Builder<I, T> byId = ImmutableMap.builder();
        LinkedHashSet<I> ids = new LinkedHashSet<>();
        for (Versioned<T> versioned : values) {
            I id = idOf.apply(versioned.value());
            checkArgument(ids.add(id), "two values to save have the id %s", id);
            writes.put(id, new Table.Write<>(versioned.version(), versioned.value()));
            byId.put(id, versioned.value());
        }
        Map<I, Long> versions = table.write(writes.buildOrThrow());
        ImmutableMap.Builder<I, Versioned<T>> saved = ImmutableMap.builder();
        byId.buildOrThrow().forEach((id, value) -> saved.put(id, versioned(id, value, versions)));
        return saved.buildOrThrow();
    }

    @Override
    public final void delete(I id, long expectedVersion) {
        checkArgument(expectedVersion >= 0, "expected version must not be negative: %s", expectedVersion);
        if (expectedVersion == 0) {
            throw new StaleVersionException(
                    id.toString(), 0, find(id).map(Versioned::version).orElse(0L));
        }
        table.write(ImmutableMap.of(id, new Table.Write<>(expectedVersion, null)));
    }

    @Override
    public final <R> R scan(Criteria<T> criteria, Function<? super Iterable<T>, ? extends R> body) {
        try (Cursor<T> cursor = new Cursor<>(table.branch(), criteria)) {
            return body.apply(cursor);
        }
    }

    Table<T, I> table() {
        return table;
    }

    /** Replaces the table once, before anybody uses the repository. */
    void attach(Table<T, I> other) {
        checkState(
                !isAttached,
                "store %s is in use already. Maybe its supplier should make a new one each time.",
                getClass().getName());
        isAttached = true;
        table = other;
    }

    private static <T, I> Versioned<T> versioned(I id, T value, Map<I, Long> versions) {
        return new Versioned<>(value, versions.getOrDefault(id, 0L));
    }

    /** The values of a snapshot that meet the criteria, as long as it is open. */
    private static final class Cursor<T> implements Iterable<T>, AutoCloseable {
        private final Table<T, ?> snapshot;
        private final Criteria<T> criteria;
        private volatile boolean isClosed;

        Cursor(Table<T, ?> snapshot, Criteria<T> criteria) {
            this.snapshot = snapshot;
            this.criteria = criteria;
        }

        @Override
        public Iterator<T> iterator() {
            checkOpen();
            Iterator<T> found = Iterators.filter(snapshot.values(), value -> criteria.test(value) == Truth.TRUE);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    checkOpen();
                    return found.hasNext();
                }

                @Override
                public T next() {
                    checkOpen();
                    if (!found.hasNext()) {
                        throw new NoSuchElementException();
                    }
                    return found.next();
                }
            };
        }

        private void checkOpen() {
            checkState(!isClosed, "scan has ended. Maybe collect what is needed before its body returns.");
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
