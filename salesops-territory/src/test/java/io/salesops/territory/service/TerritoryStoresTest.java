package io.salesops.territory.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.repository.DocumentKey;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryPlans;
import io.salesops.territory.route.RouterState;
import io.salesops.territory.route.RouterStates;
import io.salesops.territory.rule.AssignmentRuleSets;
import io.salesops.territory.rule.AssignmentRules;
import io.salesops.territory.testkit.TerritoryArbitraries;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerritoryStoresTest {
    private final InMemoryStores stores = InMemoryStores.create().with(TerritoryStores::register);

    @Test
    void allPortsShareAUnitOfWork() {
        TerritoryPlan plan = TerritoryArbitraries.territoryPlans().sample();
        AssignmentRules rules = TerritoryArbitraries.rules().sample();
        RouterState state = TerritoryArbitraries.routerStates().sample();
        stores.perform(ports -> {
            ports.get(TerritoryPlans.class).save(plan, 0);
            ports.get(AssignmentRuleSets.class).save(rules, 0);
            return ports.get(RouterStates.class).save(state, 0);
        });
        List<TerritoryPlan> plans = stores.get(TerritoryPlans.class)
                .scan(TerritoryPlan.ID.is(plan.id()), found -> ImmutableList.<TerritoryPlan>copyOf(found));
        assertThat(plans).containsExactly(plan);
        List<AssignmentRules> sets = stores.get(AssignmentRuleSets.class)
                .scan(
                        AssignmentRules.ID.is("generated").and(AssignmentRules.VERSION.is("1")),
                        found -> ImmutableList.<AssignmentRules>copyOf(found));
        assertThat(sets).containsExactly(rules);
        assertThat(stores.get(AssignmentRuleSets.class).find(DocumentKey.of("generated", "1")))
                .isPresent();
        List<RouterState> states = stores.get(RouterStates.class)
                .scan(RouterState.ID.is(state.id()), found -> ImmutableList.<RouterState>copyOf(found));
        assertThat(states).containsExactly(state);
    }
}
