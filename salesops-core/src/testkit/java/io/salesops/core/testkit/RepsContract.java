package io.salesops.core.testkit;

import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.repository.Reps;
import net.jqwik.api.Arbitrary;

/** What every store of sales reps keeps; a test class implements it and makes its own store. */
public interface RepsContract extends RepositoryContract<SalesRep, RepId> {

    @Override
    Reps newStore();

    @Override
    default Arbitrary<SalesRep> values() {
        return WideArbitraries.salesReps();
    }

    @Override
    default RepId idOf(SalesRep value) {
        return value.id();
    }

    @Override
    default SalesRep withId(SalesRep value, String text) {
        return value.withId(RepId.of(text));
    }

    @Override
    default Fields<SalesRep> fields() {
        return SalesRep.fields();
    }
}
