package io.salesops.territory.service;

import io.salesops.core.repository.InMemoryStores;
import io.salesops.territory.area.InMemoryTerritoryPlans;
import io.salesops.territory.area.TerritoryPlans;
import io.salesops.territory.route.InMemoryRouterStates;
import io.salesops.territory.route.RouterStates;
import io.salesops.territory.rule.AssignmentRuleSets;
import io.salesops.territory.rule.InMemoryAssignmentRuleSets;

/** Registers the in-memory stores of this module: {@code InMemoryStores.create().with(TerritoryStores::register)}. */
public final class TerritoryStores {
    private TerritoryStores() {}

    /** Returns the stores with {@link TerritoryPlans}, {@link AssignmentRuleSets} and {@link RouterStates}. */
    public static InMemoryStores register(InMemoryStores stores) {
        return stores.with(TerritoryPlans.class, InMemoryTerritoryPlans::new)
                .with(AssignmentRuleSets.class, InMemoryAssignmentRuleSets::new)
                .with(RouterStates.class, InMemoryRouterStates::new);
    }
}
