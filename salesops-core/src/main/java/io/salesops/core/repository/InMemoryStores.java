package io.salesops.core.repository;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Every port in memory, for tests and examples. Thread-safe.
 *
 * <p>{@link #get} gives ports whose every call stands on its own. {@link #perform} runs a unit of work on a snapshot of
 * all ports; what it wrote appears at once in all of them when it returns: who has met an event through {@link #get} then
 * finds the record it tells of. Units run side by side without waiting for each other: if
 * somebody else wrote one of its records in the meantime, the unit keeps nothing and throws
 * {@link StaleVersionException}; records that it only read are not checked. The ports of a unit fail once it has ended.
 */
public final class InMemoryStores implements UnitOfWork, UnitOfWork.Ports {
    private final InMemoryValues values;
    private final ImmutableMap<Class<?>, Store<?>> stores;

    private InMemoryStores(InMemoryValues values, ImmutableMap<Class<?>, Store<?>> stores) {
        this.values = values;
        this.stores = stores;
    }

    /** Creates empty stores for the ports of this package. */
    public static InMemoryStores create() {
        return new InMemoryStores(new InMemoryValues(), ImmutableMap.of())
                .with(Accounts.class, InMemoryAccounts::new)
                .with(Activities.class, InMemoryActivities::new)
                .with(Contacts.class, InMemoryContacts::new)
                .with(Leads.class, InMemoryLeads::new)
                .with(Opportunities.class, InMemoryOpportunities::new)
                .with(Products.class, InMemoryProducts::new)
                .with(Quotas.class, InMemoryQuotas::new)
                .with(Reps.class, InMemoryReps::new)
                .with(Teams.class, InMemoryTeams::new);
    }

    /**
     * Returns these stores with those that {@code registration} adds, for example
     * {@code InMemoryStores.create().with(EventStores::register)}.
     */
    public InMemoryStores with(UnaryOperator<InMemoryStores> registration) {
        return registration.apply(this);
    }

    /**
     * Returns these stores with one more; the records of the others are shared with these.
     *
     * @param port the interface under which units of work ask for it
     * @param store makes an {@link InMemoryStore}; called once for each unit that uses it
     * @throws IllegalArgumentException if the port has a store already, or what {@code store} makes is no InMemoryStore
     */
    public <P> InMemoryStores with(Class<P> port, Supplier<? extends P> store) {
        checkArgument(!stores.containsKey(port), "port %s has a store already", port.getSimpleName());
        InMemoryStore shared = made(port, store);
        return new InMemoryStores(
                values,
                ImmutableMap.<Class<?>, Store<?>>builder()
                        .putAll(stores)
                        .put(port, Store.of(shared, shared.take(), values, () -> made(port, store)))
                        .buildOrThrow());
    }

    private static InMemoryStore made(Class<?> port, Supplier<?> store) {
        Object made = store.get();
        if (made instanceof InMemoryStore inMemory) {
            return inMemory;
        }
        throw new IllegalArgumentException("store of " + port.getSimpleName()
                + " must extend InMemoryRepository, InMemoryLog or InMemoryStore: "
                + made.getClass().getName() + ". Maybe keep what it holds in one that does.");
    }

    @Override
    public <P> P get(Class<P> port) {
        return port.cast(store(port).shared());
    }

    @Override
    public <R> R perform(Function<? super Ports, ? extends R> work) {
        try (Unit unit = begin()) {
            R result = work.apply(unit);
            unit.commit();
            return result;
        }
    }

    private Unit begin() {
        InMemoryValues.Snapshot seen = values.now();
        return new Unit(ImmutableMap.copyOf(
                Maps.<Class<?>, Store<?>, Branch<?>>transformValues(stores, store -> store.branch(seen))));
    }

    private Store<?> store(Class<?> port) {
        Store<?> store = stores.get(port);
        checkArgument(
                store != null, "no store for port %s. Maybe register one with InMemoryStores.with.", port.getName());
        return store;
    }

    /** A port's shared store, where what it holds stands, and how to make another for a unit of work. */
    private record Store<S>(InMemoryStore shared, InMemoryValues.Slot<S> slot, Supplier<InMemoryStore> another) {

        static <S> Store<S> of(
                InMemoryStore shared, InMemoryState<S> state, InMemoryValues values, Supplier<InMemoryStore> another) {
            return new Store<>(shared, state.attach(values), another);
        }

        Branch<S> branch(InMemoryValues.Snapshot seen) {
            return new Branch<>(this, seen.get(slot));
        }
    }

    /** What one unit of work sees of a port; its store is made when it is asked for. */
    private static final class Branch<S> {
        private final Store<S> shared;
        private final S seen;
        private @Nullable InMemoryStore store;
        private @Nullable InMemoryState<S> state;
        private boolean hasEnded;

        Branch(Store<S> shared, S seen) {
            this.shared = shared;
            this.seen = seen;
        }

        synchronized InMemoryStore store() {
            InMemoryStore made = store;
            if (made == null) {
                checkState(!hasEnded, "unit of work has ended. Maybe ask for its ports before it returns.");
                made = shared.another().get();
                // The supplier that made the shared store makes stores with the same kind of state.
                @SuppressWarnings("unchecked")
                InMemoryState<S> own = (InMemoryState<S>) made.take();
                own.branch(seen);
                state = own;
                store = made;
            }
            return made;
        }

        synchronized void end() {
            hasEnded = true;
            if (state != null) {
                state.end();
            }
        }

        /** Returns what all ports hold with this unit's changes to its own; see {@link InMemoryState#merged}. */
        synchronized InMemoryValues.Snapshot merged(InMemoryValues.Snapshot now) {
            return state == null ? now : now.with(shared.slot(), state.merged(now.get(shared.slot())));
        }
    }

    private final class Unit implements Ports, AutoCloseable {
        private final ImmutableMap<Class<?>, Branch<?>> branches;

        Unit(ImmutableMap<Class<?>, Branch<?>> branches) {
            this.branches = branches;
        }

        @Override
        public <P> P get(Class<P> port) {
            store(port);
            return port.cast(checkNotNull(branches.get(port)).store());
        }

        void commit() {
            close();
            values.lock().lock();
            try {
                InMemoryValues.Snapshot next = values.now();
                for (Branch<?> branch : branches.values()) {
                    next = branch.merged(next);
                }
                values.replace(next);
            } finally {
                values.lock().unlock();
            }
        }

        @Override
        public void close() {
            branches.values().forEach(Branch::end);
        }
    }
}
