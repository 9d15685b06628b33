package io.salesops.commission.testkit;

import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.plan.Plans;
import io.salesops.core.criteria.Fields;
import io.salesops.core.repository.DocumentKey;
import io.salesops.core.testkit.RepositoryContract;
import io.salesops.core.testkit.StoredDocuments;
import io.salesops.core.testkit.Wide;
import net.jqwik.api.Arbitrary;

/** What every store of commission plans keeps; a test class implements it and makes its own store. */
public interface PlansContract extends RepositoryContract<CommissionPlan, DocumentKey> {

    @Override
    Plans newStore();

    @Override
    default Arbitrary<CommissionPlan> values() {
        return Wide.some(CommissionArbitraries.plans(), (plan, wide) -> plan.withNote(wide.text()));
    }

    @Override
    default DocumentKey idOf(CommissionPlan value) {
        return DocumentKey.of(value.id().value(), value.version());
    }

    @Override
    default CommissionPlan withId(CommissionPlan value, String text) {
        DocumentKey key = StoredDocuments.key(text);
        return value.withId(PlanId.of(key.id())).withVersion(key.version());
    }

    @Override
    default Fields<CommissionPlan> fields() {
        return CommissionPlan.fields();
    }
}
