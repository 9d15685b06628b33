package io.salesops.commission.testkit;

import io.salesops.commission.ledger.Ledger;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.criteria.Fields;
import io.salesops.core.testkit.AppendOnlyLogContract;
import net.jqwik.api.Arbitrary;

/** What every ledger keeps; a test class implements it and makes its own store. */
public interface LedgerContract extends AppendOnlyLogContract<LedgerEntry, PayeeId> {

    @Override
    Ledger newStore();

    @Override
    default Arbitrary<LedgerEntry> entries() {
        return CommissionArbitraries.ledgerEntries();
    }

    @Override
    default PayeeId key(String text) {
        return PayeeId.of(text);
    }

    @Override
    default LedgerEntry withKey(LedgerEntry entry, PayeeId key) {
        return entry.withPayee(key);
    }

    @Override
    default Fields<LedgerEntry> fields() {
        return LedgerEntry.fields();
    }
}
