package io.salesops.core.repository;

import io.salesops.core.testkit.QuotasContract;

class InMemoryQuotasTest implements QuotasContract {
    @Override
    public Quotas newStore() {
        return new InMemoryQuotas();
    }
}
