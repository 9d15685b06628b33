package io.salesops.commission.ledger;

import io.salesops.commission.plan.PayeeId;
import io.salesops.core.repository.InMemoryLog;

/** A ledger in memory. Thread-safe; units of work as in {@link io.salesops.core.repository.InMemoryStores}. */
public final class InMemoryLedger extends InMemoryLog<LedgerEntry, PayeeId> implements Ledger {

    /** Creates an empty store. */
    public InMemoryLedger() {
        super(LedgerEntry::payee);
    }
}
