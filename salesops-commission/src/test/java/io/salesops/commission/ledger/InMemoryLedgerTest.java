package io.salesops.commission.ledger;

import io.salesops.commission.testkit.LedgerContract;

class InMemoryLedgerTest implements LedgerContract {
    @Override
    public Ledger newStore() {
        return new InMemoryLedger();
    }
}
