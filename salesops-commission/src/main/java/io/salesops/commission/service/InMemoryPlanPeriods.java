package io.salesops.commission.service;

import io.salesops.core.repository.InMemoryRepository;

/** Periods of plans in memory. Thread-safe; units of work as in {@link io.salesops.core.repository.InMemoryStores}. */
public final class InMemoryPlanPeriods extends InMemoryRepository<PlanPeriod, PlanPeriodKey> implements PlanPeriods {

    /** Creates an empty store. */
    public InMemoryPlanPeriods() {
        super(PlanPeriod::key);
    }
}
