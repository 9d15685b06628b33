package io.salesops.territory.route;

import io.salesops.territory.testkit.RouterStatesContract;

class InMemoryRouterStatesTest implements RouterStatesContract {
    @Override
    public RouterStates newStore() {
        return new InMemoryRouterStates();
    }
}
