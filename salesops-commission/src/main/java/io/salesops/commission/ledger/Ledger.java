package io.salesops.commission.ledger;

import io.salesops.commission.plan.PayeeId;
import io.salesops.core.repository.AppendOnlyLog;

/** Port: what was posted to each payee, in the order of posting; a posting is reversed, never changed. */
public interface Ledger extends AppendOnlyLog<LedgerEntry, PayeeId> {}
