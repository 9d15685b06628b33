package io.salesops.core.repository;

import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;

/** Leads in memory. */
final class InMemoryLeads extends InMemoryRepository<Lead, LeadId> implements Leads {
    InMemoryLeads() {
        super(Lead::id);
    }
}
