package io.salesops.territory.rule;

import io.salesops.territory.testkit.AssignmentRuleSetsContract;

class InMemoryAssignmentRuleSetsTest implements AssignmentRuleSetsContract {
    @Override
    public AssignmentRuleSets newStore() {
        return new InMemoryAssignmentRuleSets();
    }
}
