package io.salesops.core.repository;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;

/** Accounts in memory. */
final class InMemoryAccounts extends InMemoryRepository<Account, AccountId> implements Accounts {
    InMemoryAccounts() {
        super(Account::id);
    }
}
