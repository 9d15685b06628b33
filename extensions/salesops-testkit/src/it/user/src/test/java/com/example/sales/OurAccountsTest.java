package com.example.sales;

import io.salesops.core.repository.Accounts;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.testkit.AccountsContract;

class OurAccountsTest implements AccountsContract {
    @Override
    public Accounts newStore() {
        return InMemoryStores.create().get(Accounts.class);
    }
}
