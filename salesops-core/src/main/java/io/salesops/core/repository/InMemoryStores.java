package io.salesops.core.repository;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every port in memory, for tests and examples. Thread-safe.
 *
 * <p>{@link #get} gives ports whose every call stands on its own. {@link #perform} runs a unit of work on a snapshot of
 * all ports; what it wrote appears at once when it returns. Units run side by side without waiting for each other: if
 * somebody else wrote one of its records in the meantime, the unit keeps nothing and throws
 * {@link StaleVersionException}; records that it only read are not checked. The ports of a unit fail once it has ended.
 */
public final class InMemoryStores implements UnitOfWork, UnitOfWork.Ports {
    private final ReentrantLock lock;
    private final ImmutableMap<Class<?>, Store<?, ?>> stores;

    private InMemoryStores(ReentrantLock lock, ImmutableMap<Class<?>, Store<?, ?>> stores) {
        this.lock = lock;
        this.stores = stores;
    }

    /** Creates empty stores for the ports of this package. */
    public static InMemoryStores create() {
        return new InMemoryStores(new ReentrantLock(), ImmutableMap.of())
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
     * Returns these stores with one more; the records of the others are shared with these.
     *
     * @param port the interface under which units of work ask for it
     * @param store makes a store that extends {@link InMemoryRepository}; called once for each unit that uses it
     * @throws IllegalArgumentException if the port has a store already, or what {@code store} makes does not extend
     *     InMemoryRepository
     */
    public <P> InMemoryStores with(Class<P> port, Supplier<? extends P> store) {
        checkArgument(!stores.containsKey(port), "port %s has a store already", port.getSimpleName());
        P made = store.get();
        if (!(made instanceof InMemoryRepository<?, ?> shared)) {
            throw new IllegalArgumentException("store of " + port.getSimpleName() + " must extend InMemoryRepository: "
                    + made.getClass().getName() + ". Maybe keep its rows in one that does.");
        }
        return new InMemoryStores(
                lock,
                ImmutableMap.<Class<?>, Store<?, ?>>builder()
                        .putAll(stores)
                        .put(port, Store.of(shared, store, lock))
                        .buildOrThrow());
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
        ImmutableMap.Builder<Class<?>, Branch<?, ?>> branches = ImmutableMap.builder();
        lock.lock();
        try {
            stores.forEach((port, store) -> branches.put(port, store.branch()));
        } finally {
            lock.unlock();
        }
        return new Unit(branches.buildOrThrow());
    }

    private Store<?, ?> store(Class<?> port) {
        Store<?, ?> store = stores.get(port);
        checkArgument(
                store != null, "no store for port %s. Maybe register one with InMemoryStores.with.", port.getName());
        return store;
    }

    /** A port's shared repository, and how to make another for a unit of work. */
    private record Store<T, I extends Comparable<I>>(InMemoryRepository<T, I> shared, Supplier<?> another) {

        static <T, I extends Comparable<I>> Store<T, I> of(
                InMemoryRepository<T, I> shared, Supplier<?> another, ReentrantLock lock) {
            shared.attach(Table.shared(lock));
            return new Store<>(shared, another);
        }

        Branch<T, I> branch() {
            return new Branch<>(this);
        }

        InMemoryRepository<T, I> over(Table<T, I> table) {
            @SuppressWarnings("unchecked") // the supplier that made the shared one, checked when it was registered
            InMemoryRepository<T, I> repository = (InMemoryRepository<T, I>) another.get();
            repository.attach(table);
            return repository;
        }
    }

    /** What one unit of work sees of a port; its repository is made when it is asked for. */
    private static final class Branch<T, I extends Comparable<I>> {
        private final Store<T, I> store;
        private final Table<T, I> table;
        private @Nullable InMemoryRepository<T, I> repository;

        Branch(Store<T, I> store) {
            this.store = store;
            this.table = store.shared().table().branch();
        }

        synchronized InMemoryRepository<T, I> repository() {
            InMemoryRepository<T, I> made = repository;
            if (made == null) {
                made = store.over(table);
                repository = made;
            }
            return made;
        }
    }

    private final class Unit implements Ports, AutoCloseable {
        private final ImmutableMap<Class<?>, Branch<?, ?>> branches;

        Unit(ImmutableMap<Class<?>, Branch<?, ?>> branches) {
            this.branches = branches;
        }

        @Override
        public <P> P get(Class<P> port) {
            store(port);
            return port.cast(checkNotNull(branches.get(port)).repository());
        }

        void commit() {
            close();
            lock.lock();
            try {
                branches.values().forEach(branch -> branch.table.checkUnchanged());
                branches.values().forEach(branch -> branch.table.publish());
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            branches.values().forEach(branch -> branch.table.close());
        }
    }
}
