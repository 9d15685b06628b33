package io.salesops.core.testkit;

/**
 * What every outbox keeps, as tests. A class that implements it and says how a store is made has them all; what an outbox
 * does in a unit of work is in {@link OutboxUnitContract}. It is run like a {@link RepositoryContract}.
 */
public interface OutboxContract extends EventsContract, OutboxThousandsContract, FollowersContract {}
