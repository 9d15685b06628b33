package io.salesops.commission.service;

import io.salesops.commission.testkit.PlanPeriodsContract;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.UnitOfWork;
import io.salesops.core.testkit.RepositoryUnitContract;

class InMemoryPlanPeriodsTest implements PlanPeriodsContract, RepositoryUnitContract<PlanPeriod, PlanPeriodKey> {
    @Override
    public PlanPeriods newStore() {
        return new InMemoryPlanPeriods();
    }

    @Override
    public UnitOfWork newStores() {
        return InMemoryStores.create().with(CommissionStores::register);
    }

    @Override
    public Class<PlanPeriods> port() {
        return PlanPeriods.class;
    }
}
