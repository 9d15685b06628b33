package io.salesops.core.repository;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.Iterables;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * A store in memory that takes part in the units of work of {@link InMemoryStores}. {@link InMemoryRepository} and
 * {@link InMemoryLog} are the two shapes that most ports have; a port of another shape keeps what it holds in an
 * {@link InMemoryState} and extends this class directly. Thread-safe.
 */
public abstract class InMemoryStore {
    private final InMemoryState<?> state;
    private final AtomicBoolean isTaken = new AtomicBoolean();

    /** Creates a store; {@code state} is all that it holds. */
    protected InMemoryStore(InMemoryState<?> state) {
        this.state = state;
    }

    /** Returns the state, once, before anybody uses the store. */
    InMemoryState<?> take() {
        checkState(
                !isTaken.getAndSet(true),
                "store %s is in use already. Maybe its supplier should make a new one each time.",
                getClass().getName());
        return state;
    }

    /** Passes what was found to {@code body}; the Iterable throws IllegalStateException once the body has ended. */
    protected static <T, R> R passed(Iterable<T> found, Function<? super Iterable<T>, ? extends R> body) {
        try (Cursor<T> cursor = new Cursor<>(found)) {
            return body.apply(cursor);
        }
    }

    private static final class Cursor<T> implements Iterable<T>, AutoCloseable {
        private final Iterable<T> found;
        private volatile boolean isClosed;

        Cursor(Iterable<T> found) {
            this.found = Iterables.unmodifiableIterable(found);
        }

        @Override
        public Iterator<T> iterator() {
            checkOpen();
            Iterator<T> each = found.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    checkOpen();
                    return each.hasNext();
                }

                @Override
                public T next() {
                    checkOpen();
                    return each.next();
                }
            };
        }

        private void checkOpen() {
            checkState(!isClosed, "reading has ended. Maybe collect what is needed before its body returns.");
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
