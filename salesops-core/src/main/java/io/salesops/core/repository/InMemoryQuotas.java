package io.salesops.core.repository;

import io.salesops.core.crm.Quota;
import io.salesops.core.crm.QuotaKey;

/** Quotas in memory. */
final class InMemoryQuotas extends InMemoryRepository<Quota, QuotaKey> implements Quotas {
    InMemoryQuotas() {
        super(Quota::key);
    }
}
