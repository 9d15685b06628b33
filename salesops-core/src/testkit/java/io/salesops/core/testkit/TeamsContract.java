package io.salesops.core.testkit;

import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.Team;
import io.salesops.core.crm.TeamId;
import io.salesops.core.repository.Teams;
import net.jqwik.api.Arbitrary;

/** What every store of teams keeps; a test class implements it and makes its own store. */
public interface TeamsContract extends RepositoryContract<Team, TeamId> {

    @Override
    Teams newStore();

    @Override
    default Arbitrary<Team> values() {
        return WideArbitraries.teams();
    }

    @Override
    default TeamId idOf(Team value) {
        return value.id();
    }

    @Override
    default Team withId(Team value, String text) {
        return value.withId(TeamId.of(text));
    }

    @Override
    default Fields<Team> fields() {
        return Team.fields();
    }
}
