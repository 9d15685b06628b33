package io.salesops.commission.plan;

import io.salesops.commission.testkit.PlansContract;

class InMemoryPlansTest implements PlansContract {
    @Override
    public Plans newStore() {
        return new InMemoryPlans();
    }
}
