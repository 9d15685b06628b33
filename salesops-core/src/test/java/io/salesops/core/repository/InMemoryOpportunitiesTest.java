package io.salesops.core.repository;

import io.salesops.core.testkit.OpportunitiesContract;

class InMemoryOpportunitiesTest implements OpportunitiesContract {
    @Override
    public Opportunities newStore() {
        return new InMemoryOpportunities();
    }
}
