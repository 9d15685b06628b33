package io.salesops.commission.service;

import io.salesops.core.repository.Repository;

/** Port: the periods of plans, which of them are closed, and the versions of their results. */
public interface PlanPeriods extends Repository<PlanPeriod, PlanPeriodKey> {}
