package io.salesops.commission.ledger;

import io.salesops.commission.service.CommissionStores;
import io.salesops.commission.testkit.DisputesContract;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.UnitOfWork;
import io.salesops.core.testkit.RepositoryUnitContract;

class InMemoryDisputesTest implements DisputesContract, RepositoryUnitContract<Dispute, DisputeId> {
    @Override
    public Disputes newStore() {
        return new InMemoryDisputes();
    }

    @Override
    public UnitOfWork newStores() {
        return InMemoryStores.create().with(CommissionStores::register);
    }

    @Override
    public Class<Disputes> port() {
        return Disputes.class;
    }
}
