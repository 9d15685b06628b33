package io.salesops.territory.area;

import io.salesops.core.repository.InMemoryRepository;

/** Territory plans in memory. Thread-safe; units of work as in {@link io.salesops.core.repository.InMemoryStores}. */
public final class InMemoryTerritoryPlans extends InMemoryRepository<TerritoryPlan, TerritoryPlanId>
        implements TerritoryPlans {

    /** Creates an empty store. */
    public InMemoryTerritoryPlans() {
        super(TerritoryPlan::id);
    }
}
