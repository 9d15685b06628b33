package io.salesops.core.testkit;

import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.QuotaKey;
import io.salesops.core.crm.RepId;
import io.salesops.core.repository.Quotas;
import io.salesops.core.time.DateRange;
import net.jqwik.api.Arbitrary;

/** What every store of quotas keeps; a test class implements it and makes its own store. */
public interface QuotasContract extends RepositoryContract<Quota, QuotaKey> {

    @Override
    Quotas newStore();

    @Override
    default Arbitrary<Quota> values() {
        return WideArbitraries.quotas();
    }

    @Override
    default QuotaKey idOf(Quota value) {
        return value.key();
    }

    /** Returns the value as the first version of a quota without end, of the rep whom the text names. */
    @Override
    default Quota withId(Quota value, String text) {
        return value.withOwner(RepId.of(text))
                .withMeasure("bookings")
                .withPeriod(DateRange.always())
                .withVersion(1);
    }

    @Override
    default Fields<Quota> fields() {
        return Quota.fields();
    }
}
