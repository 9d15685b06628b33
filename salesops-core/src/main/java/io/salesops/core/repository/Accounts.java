package io.salesops.core.repository;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;

/** Port: where the application keeps its accounts. */
public interface Accounts extends Repository<Account, AccountId> {}
