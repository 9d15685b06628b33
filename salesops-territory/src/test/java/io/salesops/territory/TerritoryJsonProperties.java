package io.salesops.territory;

import io.salesops.core.testkit.JsonLaws;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.route.RouterState;
import io.salesops.territory.testkit.TerritoryArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TerritoryJsonProperties {

    @Property(tries = 300)
    void plansReadBackEqual(@ForAll("plans") TerritoryPlan plan) {
        JsonLaws.roundTrips(plan, TerritoryPlan.class);
    }

    @Property(tries = 300)
    void statesReadBackEqual(@ForAll("states") RouterState state) {
        JsonLaws.roundTrips(state, RouterState.class);
    }

    @Provide
    Arbitrary<TerritoryPlan> plans() {
        return TerritoryArbitraries.territoryPlans();
    }

    @Provide
    Arbitrary<RouterState> states() {
        return TerritoryArbitraries.routerStates();
    }
}
