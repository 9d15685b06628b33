package io.salesops.core.testkit;

import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.Activity;
import io.salesops.core.crm.ActivityId;
import io.salesops.core.repository.Activities;
import net.jqwik.api.Arbitrary;

/** What every store of activities keeps; a test class implements it and makes its own store. */
public interface ActivitiesContract extends RepositoryContract<Activity, ActivityId> {

    @Override
    Activities newStore();

    @Override
    default Arbitrary<Activity> values() {
        return WideArbitraries.activities();
    }

    @Override
    default ActivityId idOf(Activity value) {
        return value.id();
    }

    @Override
    default Activity withId(Activity value, String text) {
        return value.withId(ActivityId.of(text));
    }

    @Override
    default Fields<Activity> fields() {
        return Activity.fields();
    }
}
