package io.salesops.territory.rule;

import io.salesops.core.repository.DocumentKey;
import io.salesops.core.repository.Repository;

/** Port: where the application keeps its assignment rules, each version on its own. */
public interface AssignmentRuleSets extends Repository<AssignmentRules, DocumentKey> {}
