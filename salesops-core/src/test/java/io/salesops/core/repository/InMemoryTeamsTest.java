package io.salesops.core.repository;

import io.salesops.core.testkit.TeamsContract;

class InMemoryTeamsTest implements TeamsContract {
    @Override
    public Teams newStore() {
        return new InMemoryTeams();
    }
}
