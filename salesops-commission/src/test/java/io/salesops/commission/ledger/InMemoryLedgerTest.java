package io.salesops.commission.ledger;

import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.service.CommissionStores;
import io.salesops.commission.testkit.LedgerContract;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.UnitOfWork;
import io.salesops.core.testkit.LogUnitContract;

class InMemoryLedgerTest implements LedgerContract, LogUnitContract<LedgerEntry, PayeeId> {
    @Override
    public Ledger newStore() {
        return new InMemoryLedger();
    }

    @Override
    public UnitOfWork newStores() {
        return InMemoryStores.create().with(CommissionStores::register);
    }

    @Override
    public Class<Ledger> port() {
        return Ledger.class;
    }
}
