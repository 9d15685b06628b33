package io.salesops.testkit.broken;

import io.salesops.commission.ledger.InMemoryLedger;
import io.salesops.commission.ledger.Ledger;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.repository.Sequenced;
import java.util.List;
import java.util.function.Function;

/** A ledger as another keeps it; what a broken one does otherwise it overrides. */
class LedgerOver implements Ledger {
    private final Ledger kept;

    LedgerOver(Ledger kept) {
        this.kept = kept;
    }

    /** A ledger of a tenant of its own, in memory. */
    LedgerOver() {
        this(new InMemoryLedger());
    }

    final Ledger kept() {
        return kept;
    }

    @Override
    public long last(PayeeId key) {
        return kept.last(key);
    }

    @Override
    public long append(PayeeId key, long expectedLast, List<LedgerEntry> entries) {
        return kept.append(key, expectedLast, entries);
    }

    @Override
    public <R> R read(PayeeId key, long after, Function<? super Iterable<Sequenced<LedgerEntry>>, ? extends R> body) {
        return kept.read(key, after, body);
    }

    @Override
    public <R> R scan(Criteria<LedgerEntry> criteria, Function<? super Iterable<LedgerEntry>, ? extends R> body) {
        return kept.scan(criteria, body);
    }
}
