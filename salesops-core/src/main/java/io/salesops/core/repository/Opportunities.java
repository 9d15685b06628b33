package io.salesops.core.repository;

import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;

/** Port: where the application keeps its opportunities. */
public interface Opportunities extends Repository<Opportunity, OpportunityId> {}
