package io.salesops.commission.testkit;

import io.salesops.commission.ledger.Dispute;
import io.salesops.commission.ledger.DisputeId;
import io.salesops.commission.ledger.Disputes;
import io.salesops.core.criteria.Fields;
import io.salesops.core.testkit.RepositoryContract;
import io.salesops.core.testkit.Wide;
import net.jqwik.api.Arbitrary;

/** What every store of disputes keeps; a test class implements it and makes its own store. */
public interface DisputesContract extends RepositoryContract<Dispute, DisputeId> {

    @Override
    Disputes newStore();

    @Override
    default Arbitrary<Dispute> values() {
        return Wide.some(
                LedgerArbitraries.disputes(),
                (dispute, wide) -> dispute.withReason(wide.text())
                        .withSource(wide.text())
                        .withClaim(wide.amount(dispute.claim().getCurrency())));
    }

    @Override
    default DisputeId idOf(Dispute value) {
        return value.id();
    }

    @Override
    default Dispute withId(Dispute value, String text) {
        return value.withId(DisputeId.of(text));
    }

    @Override
    default Fields<Dispute> fields() {
        return Dispute.fields();
    }
}
