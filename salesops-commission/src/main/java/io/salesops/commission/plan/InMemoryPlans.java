package io.salesops.commission.plan;

import io.salesops.core.repository.DocumentKey;
import io.salesops.core.repository.InMemoryRepository;

/** Commission plans in memory. Thread-safe; units of work as in {@link io.salesops.core.repository.InMemoryStores}. */
public final class InMemoryPlans extends InMemoryRepository<CommissionPlan, DocumentKey> implements Plans {

    /** Creates an empty store. */
    public InMemoryPlans() {
        super(plan -> DocumentKey.of(plan.id().value(), plan.version()));
    }
}
