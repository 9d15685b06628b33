package io.salesops.core.repository;

import io.salesops.core.crm.Quota;
import io.salesops.core.crm.QuotaKey;

/** Port: where the application keeps its quotas, each version of one on its own. */
public interface Quotas extends Repository<Quota, QuotaKey> {}
