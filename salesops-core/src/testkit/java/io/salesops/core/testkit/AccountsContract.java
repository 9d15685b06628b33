package io.salesops.core.testkit;

import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.repository.Accounts;
import net.jqwik.api.Arbitrary;

/** What every store of accounts keeps; a test class implements it and makes its own store. */
public interface AccountsContract extends RepositoryContract<Account, AccountId> {

    @Override
    Accounts newStore();

    @Override
    default Arbitrary<Account> values() {
        return WideArbitraries.accounts();
    }

    @Override
    default AccountId idOf(Account value) {
        return value.id();
    }

    @Override
    default Account withId(Account value, String text) {
        return value.withId(AccountId.of(text));
    }

    @Override
    default Fields<Account> fields() {
        return Account.fields();
    }
}
