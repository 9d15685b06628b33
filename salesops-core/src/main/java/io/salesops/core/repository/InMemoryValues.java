package io.salesops.core.repository;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What several stores in memory hold: replaced together under one lock and read without it, so that nobody sees half of a
 * unit of work. Thread-safe.
 */
final class InMemoryValues {
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger slots = new AtomicInteger();
    private volatile Snapshot now = new Snapshot(SortedTree.empty());

    /** The lock under which values are replaced. */
    ReentrantLock lock() {
        return lock;
    }

    /** Returns all values as they are now. */
    Snapshot now() {
        return now;
    }

    /** Makes these the values; only under the lock. */
    void replace(Snapshot next) {
        now = next;
    }

    /** Returns a place for one value more, which is {@code first} until it is replaced. */
    <S> Slot<S> add(S first) {
        return new Slot<>(slots.getAndIncrement(), first);
    }

    /** The place of one store's value among those of the others; it is of use only where it was added. */
    record Slot<S>(int number, S first) {}

    /** All values at one moment. Immutable and thread-safe; to change one costs log n of their number. */
    static final class Snapshot {
        private final SortedTree<Integer, Object> bySlot;

        private Snapshot(SortedTree<Integer, Object> bySlot) {
            this.bySlot = bySlot;
        }

        <S> S get(Slot<S> slot) {
            // Only an S is ever put under a Slot<S>.
            @SuppressWarnings("unchecked")
            S value = (S) bySlot.get(slot.number);
            return value == null ? slot.first : value;
        }

        <S> Snapshot with(Slot<S> slot, S value) {
            return new Snapshot(bySlot.with(slot.number, value));
        }
    }
}
