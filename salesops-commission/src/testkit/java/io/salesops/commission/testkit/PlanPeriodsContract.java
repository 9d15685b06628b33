package io.salesops.commission.testkit;

import io.salesops.commission.plan.PlanId;
import io.salesops.commission.service.PlanPeriod;
import io.salesops.commission.service.PlanPeriodKey;
import io.salesops.commission.service.PlanPeriods;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.By;
import io.salesops.core.crm.UserId;
import io.salesops.core.testkit.RepositoryContract;
import io.salesops.core.testkit.Wide;
import net.jqwik.api.Arbitrary;

/** What every store of plan periods keeps; a test class implements it and makes its own store. */
public interface PlanPeriodsContract extends RepositoryContract<PlanPeriod, PlanPeriodKey> {

    @Override
    PlanPeriods newStore();

    @Override
    default Arbitrary<PlanPeriod> values() {
        return Wide.some(
                RunArbitraries.planPeriods(),
                (period, wide) -> period.withClosed(new By(UserId.of("finance"), wide.instant())));
    }

    @Override
    default PlanPeriodKey idOf(PlanPeriod value) {
        return value.key();
    }

    @Override
    default PlanPeriod withId(PlanPeriod value, String text) {
        return value.withPlan(PlanId.of(text)).withPeriod(LedgerArbitraries.month(1));
    }

    @Override
    default Fields<PlanPeriod> fields() {
        return PlanPeriod.fields();
    }
}
