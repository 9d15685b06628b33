package io.salesops.core.testkit;

import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import io.salesops.core.repository.Leads;
import net.jqwik.api.Arbitrary;

/** What every store of leads keeps; a test class implements it and makes its own store. */
public interface LeadsContract extends RepositoryContract<Lead, LeadId> {

    @Override
    Leads newStore();

    @Override
    default Arbitrary<Lead> values() {
        return WideArbitraries.leads();
    }

    @Override
    default LeadId idOf(Lead value) {
        return value.id();
    }

    @Override
    default Lead withId(Lead value, String text) {
        return value.withId(LeadId.of(text));
    }

    @Override
    default Fields<Lead> fields() {
        return Lead.fields();
    }
}
