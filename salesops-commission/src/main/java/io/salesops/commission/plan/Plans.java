package io.salesops.commission.plan;

import io.salesops.core.repository.DocumentKey;
import io.salesops.core.repository.Repository;

/** Port: where the application keeps its commission plans, each version on its own. */
public interface Plans extends Repository<CommissionPlan, DocumentKey> {}
