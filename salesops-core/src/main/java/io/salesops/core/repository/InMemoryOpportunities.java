package io.salesops.core.repository;

import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;

/** Opportunities in memory. */
final class InMemoryOpportunities extends InMemoryRepository<Opportunity, OpportunityId> implements Opportunities {
    InMemoryOpportunities() {
        super(Opportunity::id);
    }
}
