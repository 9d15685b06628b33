package io.salesops.territory.rule;

import io.salesops.core.repository.DocumentKey;
import io.salesops.core.repository.InMemoryRepository;

/** Assignment rules in memory. Thread-safe; units of work as in {@link io.salesops.core.repository.InMemoryStores}. */
public final class InMemoryAssignmentRuleSets extends InMemoryRepository<AssignmentRules, DocumentKey>
        implements AssignmentRuleSets {

    /** Creates an empty store. */
    public InMemoryAssignmentRuleSets() {
        super(rules -> DocumentKey.of(rules.id(), rules.version()));
    }
}
