package io.salesops.core.repository;

import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;

/** Port: where the application keeps its sales reps. */
public interface Reps extends Repository<SalesRep, RepId> {}
