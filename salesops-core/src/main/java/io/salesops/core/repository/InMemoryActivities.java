package io.salesops.core.repository;

import io.salesops.core.crm.Activity;
import io.salesops.core.crm.ActivityId;

/** Activities in memory. */
final class InMemoryActivities extends InMemoryRepository<Activity, ActivityId> implements Activities {
    InMemoryActivities() {
        super(Activity::id);
    }
}
