package io.salesops.core.repository;

import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.testkit.OpportunitiesContract;
import io.salesops.core.testkit.RepositoryUnitContract;

class InMemoryOpportunitiesTest implements OpportunitiesContract, RepositoryUnitContract<Opportunity, OpportunityId> {
    @Override
    public Opportunities newStore() {
        return new InMemoryOpportunities();
    }

    @Override
    public UnitOfWork newStores() {
        return InMemoryStores.create();
    }

    @Override
    public Class<Opportunities> port() {
        return Opportunities.class;
    }
}
