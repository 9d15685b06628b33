package io.salesops.commission.service;

import io.salesops.commission.testkit.StatementVersionsContract;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.UnitOfWork;
import io.salesops.core.testkit.LogUnitContract;

class InMemoryStatementVersionsTest
        implements StatementVersionsContract, LogUnitContract<StatementVersion, StatementKey> {
    @Override
    public StatementVersions newStore() {
        return new InMemoryStatementVersions();
    }

    @Override
    public UnitOfWork newStores() {
        return InMemoryStores.create().with(CommissionStores::register);
    }

    @Override
    public Class<StatementVersions> port() {
        return StatementVersions.class;
    }
}
