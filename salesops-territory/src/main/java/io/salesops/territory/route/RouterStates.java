package io.salesops.territory.route;

import io.salesops.core.repository.Repository;

/** Port: where the application keeps the states of its routers; the expected version keeps two who route at once apart. */
public interface RouterStates extends Repository<RouterState, RouterId> {}
