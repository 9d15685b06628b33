package io.salesops.core.repository;

import io.salesops.core.testkit.ActivitiesContract;

class InMemoryActivitiesTest implements ActivitiesContract {
    @Override
    public Activities newStore() {
        return new InMemoryActivities();
    }
}
