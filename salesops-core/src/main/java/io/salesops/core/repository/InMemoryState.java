package io.salesops.core.repository;

import static com.google.common.base.Preconditions.checkState;

import io.salesops.core.repository.InMemoryValues.Slot;
import java.util.function.UnaryOperator;

/**
 * What a store in memory holds: an immutable value that is replaced as a whole under a lock and read without one. It is
 * either what everybody sees, together with what the other stores hold, or what one unit of work sees: the value as it
 * was when the unit began, and what the unit did to it. A change outside of a unit is a unit of its own. Thread-safe.
 *
 * @param <S> the value; immutable, and cheap to change a little, as a {@link SortedTree} is
 */
public final class InMemoryState<S> {
    private final Merge<S> merge;
    private InMemoryValues values = new InMemoryValues();
    private Slot<S> slot;
    private S base;
    private boolean isOfUnit;
    private volatile boolean hasEnded;

    private InMemoryState(S empty, Merge<S> merge) {
        this.merge = merge;
        this.base = empty;
        this.slot = values.add(empty);
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
        return values.now().get(slot);
    }

    /**
     * Replaces the value by what {@code change} makes of it; nothing happens where it throws.
     *
     * @return what {@code change} made
     * @throws IllegalStateException if this is the state of a unit of work that has ended
     */
    public S change(UnaryOperator<S> change) {
        values.lock().lock();
        try {
            S before = get();
            S mine = change.apply(before);
            values.replace(values.now().with(slot, isOfUnit ? mine : merge.merged(before, mine, before)));
            return mine;
        } finally {
            values.lock().unlock();
        }
    }

    /** Moves to the values of other stores, before anybody uses this one; returns its place there. */
    Slot<S> attach(InMemoryValues common) {
        slot = common.add(get());
        values = common;
        return slot;
    }

    /** Becomes what a unit of work sees of another state, before anybody uses this one. */
    void branch(S seen) {
        isOfUnit = true;
        base = seen;
        slot = values.add(seen);
    }

    /**
     * Joins what this unit did with what others did in the meantime, under the lock of the shared values.
     *
     * @param now the shared value
     * @throws StaleVersionException if they do not go together
     */
    S merged(S now) {
        checkState(isOfUnit, "store belongs to no unit of work");
        S mine = values.now().get(slot);
        return mine == base ? now : merge.merged(base, mine, now);
    }

    /** Waits for a change under way and makes every later call fail. */
    void end() {
        values.lock().lock();
        try {
            hasEnded = true;
        } finally {
            values.lock().unlock();
        }
    }
}
