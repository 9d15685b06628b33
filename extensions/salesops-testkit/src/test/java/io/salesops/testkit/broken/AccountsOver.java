package io.salesops.testkit.broken;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.repository.Accounts;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.Versioned;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** Accounts as others keep them; what a broken store does otherwise it overrides. */
class AccountsOver implements Accounts {
    private final Accounts kept;

    AccountsOver(Accounts kept) {
        this.kept = kept;
    }

    /** Accounts of a tenant of their own, in memory. */
    AccountsOver() {
        this(InMemoryStores.create().get(Accounts.class));
    }

    final Accounts kept() {
        return kept;
    }

    final long version(AccountId id) {
        return kept.find(id).map(Versioned::version).orElse(0L);
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
        return kept.scan(criteria, body);
    }
}
