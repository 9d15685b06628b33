package io.salesops.testkit.guide;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.repository.Accounts;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.Versioned;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Stands for the database of a user: tenants in memory, cursors that are counted. */
final class Database {
    private final Map<String, Accounts> tenants = new ConcurrentHashMap<>();
    private final AtomicInteger cursors = new AtomicInteger();

    private Database() {}

    static Database start() {
        return new Database();
    }

    Accounts accounts(String tenant) {
        return new OfTenant(
                tenants.computeIfAbsent(tenant, name -> InMemoryStores.create().get(Accounts.class)));
    }

    int openCursors() {
        return cursors.get();
    }

    private final class OfTenant implements Accounts {
        private final Accounts kept;

        OfTenant(Accounts kept) {
            this.kept = kept;
        }

        @Override
        public Optional<Versioned<Account>> find(AccountId id) {
            return kept.find(id);
        }

        @Override
        public ImmutableMap<AccountId, Versioned<Account>> findAll(Collection<AccountId> ids) {
            return kept.findAll(ids);
        }

        @Override
        public Versioned<Account> save(Account value, long expectedVersion) {
            return kept.save(value, expectedVersion);
        }

        @Override
        public ImmutableMap<AccountId, Versioned<Account>> saveAll(Collection<Versioned<Account>> values) {
            return kept.saveAll(values);
        }

        @Override
        public void delete(AccountId id, long expectedVersion) {
            kept.delete(id, expectedVersion);
        }

        @Override
        public <R> R scan(Criteria<Account> criteria, Function<? super Iterable<Account>, ? extends R> body) {
            cursors.incrementAndGet();
            try {
                return kept.scan(criteria, body);
            } finally {
                cursors.decrementAndGet();
            }
        }
    }
}
