package io.salesops.core.repository;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Truth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
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
public abstract class InMemoryRepository<T, I extends Comparable<I>> extends InMemoryStore implements Repository<T, I> {
    private final Function<? super T, ? extends I> idOf;
    private final InMemoryState<Rows<T, I>> rows;

    /** Creates an empty store; {@code idOf} returns a value's identity. */
    protected InMemoryRepository(Function<? super T, ? extends I> idOf) {
        this(idOf, InMemoryState.of(Rows.empty(), Rows::merged));
    }

    private InMemoryRepository(Function<? super T, ? extends I> idOf, InMemoryState<Rows<T, I>> rows) {
        super(rows);
        this.idOf = idOf;
        this.rows = rows;
    }

    @Override
    public final Optional<Versioned<T>> find(I id) {
        return rows.get().find(id);
    }

    @Override
    public final ImmutableMap<I, Versioned<T>> findAll(Collection<I> ids) {
        return found(rows.get(), new LinkedHashSet<>(ids));
    }

    @Override
    public final Versioned<T> save(T value, long expectedVersion) {
        I id = idOf.apply(value);
        return written(ImmutableMap.of(id, new Rows.Write<>(expectedVersion, value)))
                .find(id)
                .orElseThrow();
    }

    @Override
    public final ImmutableMap<I, Versioned<T>> saveAll(Collection<Versioned<T>> values) {
        Map<I, Rows.Write<T>> writes = new LinkedHashMap<>();
        for (Versioned<T> versioned : values) {
            I id = idOf.apply(versioned.value());
            Rows.Write<T> before = writes.put(id, new Rows.Write<>(versioned.version(), versioned.value()));
            checkArgument(before == null, "two values to save have the id %s", id);
        }
        return found(written(writes), writes.keySet());
    }

    @Override
    public final void delete(I id, long expectedVersion) {
        checkArgument(expectedVersion >= 0, "expected version must not be negative: %s", expectedVersion);
        if (expectedVersion == 0) {
            throw new StaleVersionException(
                    id.toString(), 0, find(id).map(Versioned::version).orElse(0L));
        }
        written(ImmutableMap.of(id, new Rows.Write<>(expectedVersion, null)));
    }

    @Override
    public final <R> R scan(Criteria<T> criteria, Function<? super Iterable<T>, ? extends R> body) {
        return passed(rows.get().values().filter(value -> criteria.test(value) == Truth.TRUE), body);
    }

    private Rows<T, I> written(Map<I, Rows.Write<T>> writes) {
        return rows.change(before -> before.after(writes));
    }

    private static <T, I extends Comparable<I>> ImmutableMap<I, Versioned<T>> found(
            Rows<T, I> rows, Collection<I> ids) {
        ImmutableMap.Builder<I, Versioned<T>> found = ImmutableMap.builder();
        for (I id : ids) {
            rows.find(id).ifPresent(value -> found.put(id, value));
        }
        return found.buildOrThrow();
    }
}
