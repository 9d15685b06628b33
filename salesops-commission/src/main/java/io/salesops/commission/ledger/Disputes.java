package io.salesops.commission.ledger;

import io.salesops.core.repository.Repository;

/** Port: where the application keeps disputes. */
public interface Disputes extends Repository<Dispute, DisputeId> {}
