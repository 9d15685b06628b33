package io.salesops.territory.testkit;

import io.salesops.core.criteria.Fields;
import io.salesops.core.repository.DocumentKey;
import io.salesops.core.testkit.RepositoryContract;
import io.salesops.core.testkit.StoredDocuments;
import io.salesops.core.testkit.Wide;
import io.salesops.territory.rule.AssignmentRuleSets;
import io.salesops.territory.rule.AssignmentRules;
import net.jqwik.api.Arbitrary;

/** What every store of assignment rules keeps; a test class implements it and makes its own store. */
public interface AssignmentRuleSetsContract extends RepositoryContract<AssignmentRules, DocumentKey> {

    @Override
    AssignmentRuleSets newStore();

    @Override
    default Arbitrary<AssignmentRules> values() {
        return Wide.some(TerritoryArbitraries.rules(), (rules, wide) -> rules.withNote(wide.text()));
    }

    @Override
    default DocumentKey idOf(AssignmentRules value) {
        return DocumentKey.of(value.id(), value.version());
    }

    @Override
    default AssignmentRules withId(AssignmentRules value, String text) {
        DocumentKey key = StoredDocuments.key(text);
        return value.withId(key.id()).withVersion(key.version());
    }

    @Override
    default Fields<AssignmentRules> fields() {
        return AssignmentRules.fields();
    }
}
