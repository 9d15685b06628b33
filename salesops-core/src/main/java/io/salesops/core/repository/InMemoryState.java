package io.salesops.core.repository;

import static com.google.common.base.Preconditions.checkState;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a store in memory holds: an immutable value that is replaced as a whole under a lock and read without one. It is
 * either what everybody sees, or what one unit of work sees: the value as it was when the unit began, and what the unit
 * did to it. A change outside of a unit is a unit of its own. Thread-safe.
 *
 * @param <S> the value; immutable, and cheap to change a little, as a {@link SortedTree} is
 */
public final class InMemoryState<S> {
    private final Merge<S> merge;
    private ReentrantLock lock = new ReentrantLock();
    private @Nullable InMemoryState<S> shared;
    private S base;
    private volatile S value;
    private volatile boolean hasEnded;

    private InMemoryState(S empty, Merge<S> merge) {
        this.merge = merge;
        this.base = empty;
        this.value = empty;
    }

    /** Joins what a unit of work did with what others did in the meantime. */
    @FunctionalInterface
    public interface Merge<S> {

        /**
         * Returns {@code now} with the changes that led from {@code base} to {@code mine}.
         *
         * @param base the value when the unit began
         * @param mine the value as the unit leaves it
         * @param now the value as others left it
         * @throws StaleVersionException if they do not go together
         */
        S merged(S base, S mine, S now);
    }

    /** Obtains the state of a new store. */
    public static <S> InMemoryState<S> of(S empty, Merge<S> merge) {
        return new InMemoryState<>(empty, merge);
    }

    /**
     * Returns the value as it is now.
     *
     * @throws IllegalStateException if this is the state of a unit of work that has ended
     */
    public S get() {
        checkState(!hasEnded, "unit of work has ended. Maybe ask the unit for its result instead of its ports.");
        return value;
    }

    /**
     * Replaces the value by what {@code change} makes of it; nothing happens where it throws.
     *
     * @return what {@code change} made
     * @throws IllegalStateException if this is the state of a unit of work that has ended
     */
    public S change(UnaryOperator<S> change) {
        lock.lock();
        try {
            S before = get();
            S mine = change.apply(before);
            value = shared == null ? merge.merged(before, mine, before) : mine;
            return mine;
        } finally {
            lock.unlock();
        }
    }

    /** Shares the lock of other stores, before anybody uses this one. */
    void attach(ReentrantLock commonLock) {
        lock = commonLock;
    }

    /** Becomes what a unit of work sees of another state, before anybody uses this one. */
    void branch(InMemoryState<S> from, S seen) {
        shared = from;
        base = seen;
        value = seen;
    }

    /**
     * Joins what this unit did with what others did in the meantime, under the lock of the shared state.
     *
     * @return what makes the joined value the shared one
     * @throws StaleVersionException if they do not go together
     */
    Runnable prepare() {
        InMemoryState<S> common = shared;
        checkState(common != null, "store belongs to no unit of work");
        if (value == base) {
            return () -> {};
        }
        S merged = merge.merged(base, value, common.value);
        return () -> common.value = merged;
    }

    /** Waits for a change under way and makes every later call fail. */
    void end() {
        lock.lock();
        try {
            hasEnded = true;
        } finally {
            lock.unlock();
        }
    }
}
