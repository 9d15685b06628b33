package io.salesops.core.repository;

import io.salesops.core.crm.Activity;
import io.salesops.core.crm.ActivityId;

/** Port: where the application keeps its activities. */
public interface Activities extends Repository<Activity, ActivityId> {}
