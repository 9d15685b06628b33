package io.salesops.core.repository;

import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;

/** Reps in memory. */
final class InMemoryReps extends InMemoryRepository<SalesRep, RepId> implements Reps {
    InMemoryReps() {
        super(SalesRep::id);
    }
}
