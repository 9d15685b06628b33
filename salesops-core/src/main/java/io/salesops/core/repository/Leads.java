package io.salesops.core.repository;

import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;

/** Port: where the application keeps its leads. */
public interface Leads extends Repository<Lead, LeadId> {}
