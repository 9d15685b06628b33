package io.salesops.territory.area;

import io.salesops.core.repository.Repository;

/** Port: where the application keeps its territory plans. */
public interface TerritoryPlans extends Repository<TerritoryPlan, TerritoryPlanId> {}
