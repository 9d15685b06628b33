package io.salesops.core.repository;

import io.salesops.core.testkit.AccountsContract;

class InMemoryAccountsTest implements AccountsContract {
    @Override
    public Accounts newStore() {
        return new InMemoryAccounts();
    }
}
