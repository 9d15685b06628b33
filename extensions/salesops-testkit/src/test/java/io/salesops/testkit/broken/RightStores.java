package io.salesops.testkit.broken;

import io.salesops.commission.ledger.Ledger;
import io.salesops.commission.service.CommissionStores;
import io.salesops.core.event.EventStores;
import io.salesops.core.event.Outbox;
import io.salesops.core.repository.Accounts;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.UnitOfWork;
import io.salesops.core.testkit.AccountsContract;
import io.salesops.core.testkit.OutboxContract;
import io.salesops.core.testkit.OutboxUnitContract;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.PropertyDefaults;

/** Stores that keep their contracts. */
final class RightStores {
    private RightStores() {}

    static class RightAccounts implements AccountsContract {
        @Override
        public Accounts newStore() {
            return new AccountsOver();
        }
    }

    static class RightLedger implements FaultyConflicts.LedgerUnits {
        @Override
        public Ledger newStore() {
            return new LedgerOver();
        }

        @Override
        public UnitOfWork newStores() {
            return InMemoryStores.create().with(CommissionStores::register);
        }
    }

    static class RightOpportunities implements FaultyConflicts.OpportunityUnits {
        @Override
        public UnitOfWork newStores() {
            return InMemoryStores.create();
        }
    }

    static class RightOutbox implements OutboxContract {
        @Override
        public Outbox newStore() {
            return new OutboxOver();
        }
    }

    static class RightUnits implements OutboxUnitContract {
        @Override
        public UnitOfWork newStores() {
            return InMemoryStores.create().with(EventStores::register);
        }
    }

    /** Counts the stores that its properties ask for. */
    @PropertyDefaults(tries = 3)
    static class FewTries implements AccountsContract {
        static final AtomicInteger STORES = new AtomicInteger();

        @Override
        public Accounts newStore() {
            STORES.incrementAndGet();
            return new AccountsOver();
        }
    }
}
