package io.salesops.core.repository;

import io.salesops.core.crm.Team;
import io.salesops.core.crm.TeamId;

/** Port: where the application keeps its teams. */
public interface Teams extends Repository<Team, TeamId> {}
