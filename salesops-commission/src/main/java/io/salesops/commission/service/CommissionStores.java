package io.salesops.commission.service;

import io.salesops.commission.ledger.Disputes;
import io.salesops.commission.ledger.InMemoryDisputes;
import io.salesops.commission.ledger.InMemoryLedger;
import io.salesops.commission.ledger.Ledger;
import io.salesops.commission.plan.InMemoryPlans;
import io.salesops.commission.plan.Plans;
import io.salesops.core.repository.InMemoryStores;

/** Registers the in-memory stores of this module: {@code InMemoryStores.create().with(CommissionStores::register)}. */
public final class CommissionStores {
    private CommissionStores() {}

    /** Returns the stores with one for every port of this module. */
    public static InMemoryStores register(InMemoryStores stores) {
        return stores.with(Plans.class, InMemoryPlans::new)
                .with(Ledger.class, InMemoryLedger::new)
                .with(Disputes.class, InMemoryDisputes::new)
                .with(Participants.class, InMemoryParticipants::new)
                .with(PlanPeriods.class, InMemoryPlanPeriods::new)
                .with(StatementVersions.class, InMemoryStatementVersions::new);
    }
}
