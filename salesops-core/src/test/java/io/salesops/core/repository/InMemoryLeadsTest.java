package io.salesops.core.repository;

import io.salesops.core.testkit.LeadsContract;

class InMemoryLeadsTest implements LeadsContract {
    @Override
    public Leads newStore() {
        return new InMemoryLeads();
    }
}
