package io.salesops.commission.ledger;

import io.salesops.commission.testkit.CommissionArbitraries;
import io.salesops.core.testkit.JsonLaws;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerEntryProperties {

    @Property(tries = 300)
    void postingsReadBackEqual(@ForAll("entries") LedgerEntry entry) {
        JsonLaws.roundTrips(entry, LedgerEntry.class);
    }

    @Provide
    Arbitrary<LedgerEntry> entries() {
        return CommissionArbitraries.ledgerEntries();
    }
}
