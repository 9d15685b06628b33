package io.salesops.core.repository;

import io.salesops.core.crm.Team;
import io.salesops.core.crm.TeamId;

/** Teams in memory. */
final class InMemoryTeams extends InMemoryRepository<Team, TeamId> implements Teams {
    InMemoryTeams() {
        super(Team::id);
    }
}
