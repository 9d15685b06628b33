package io.salesops.commission.ledger;

import io.salesops.core.repository.InMemoryRepository;

/** Disputes in memory. Thread-safe; units of work as in {@link io.salesops.core.repository.InMemoryStores}. */
public final class InMemoryDisputes extends InMemoryRepository<Dispute, DisputeId> implements Disputes {

    /** Creates an empty store. */
    public InMemoryDisputes() {
        super(Dispute::id);
    }
}
