package io.salesops.territory.area;

import io.salesops.territory.testkit.TerritoryPlansContract;

class InMemoryTerritoryPlansTest implements TerritoryPlansContract {
    @Override
    public TerritoryPlans newStore() {
        return new InMemoryTerritoryPlans();
    }
}
