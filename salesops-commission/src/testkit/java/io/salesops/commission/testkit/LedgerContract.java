package io.salesops.commission.testkit;

import io.salesops.commission.ledger.Ledger;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.By;
import io.salesops.core.testkit.AppendOnlyLogContract;
import io.salesops.core.testkit.Wide;
import net.jqwik.api.Arbitrary;

/** What every ledger keeps; a test class implements it and makes its own store. */
public interface LedgerContract extends AppendOnlyLogContract<LedgerEntry, PayeeId> {

    @Override
    Ledger newStore();

    @Override
    default Arbitrary<LedgerEntry> entries() {
        return Wide.some(
                CommissionArbitraries.ledgerEntries(),
                (entry, wide) -> entry.withSource(wide.text())
                        .withAmount(wide.amount(entry.amount().getCurrency()))
                        .withBy(new By(entry.by().who(), wide.instant())));
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
