package io.salesops.core.testkit;

import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.repository.Opportunities;
import net.jqwik.api.Arbitrary;

/** What every store of opportunities keeps; a test class implements it and makes its own store. */
public interface OpportunitiesContract extends RepositoryContract<Opportunity, OpportunityId> {

    @Override
    Opportunities newStore();

    @Override
    default Arbitrary<Opportunity> values() {
        return WideArbitraries.opportunities();
    }

    @Override
    default OpportunityId idOf(Opportunity value) {
        return value.id();
    }

    @Override
    default Opportunity withId(Opportunity value, String text) {
        return value.withId(OpportunityId.of(text));
    }

    @Override
    default Fields<Opportunity> fields() {
        return Opportunity.fields();
    }
}
