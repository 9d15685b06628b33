package io.salesops.territory.testkit;

import io.salesops.core.criteria.Fields;
import io.salesops.core.testkit.RepositoryContract;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryPlanId;
import io.salesops.territory.area.TerritoryPlans;
import net.jqwik.api.Arbitrary;

/** What every store of territory plans keeps; a test class implements it and makes its own store. */
public interface TerritoryPlansContract extends RepositoryContract<TerritoryPlan, TerritoryPlanId> {

    @Override
    TerritoryPlans newStore();

    @Override
    default Arbitrary<TerritoryPlan> values() {
        return TerritoryArbitraries.territoryPlans();
    }

    @Override
    default TerritoryPlanId idOf(TerritoryPlan value) {
        return value.id();
    }

    @Override
    default TerritoryPlan withId(TerritoryPlan value, String text) {
        return value.withId(TerritoryPlanId.of(text));
    }

    @Override
    default Fields<TerritoryPlan> fields() {
        return TerritoryPlan.fields();
    }
}
