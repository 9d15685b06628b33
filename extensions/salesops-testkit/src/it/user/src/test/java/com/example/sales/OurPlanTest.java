package com.example.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.testkit.CommissionArbitraries;
import io.salesops.core.json.SalesOpsJson;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OurPlanTest {
    @Provide
    Arbitrary<CommissionPlan> plans() {
        return CommissionArbitraries.plans();
    }

    @Property
    void ourTableKeepsAnyPlan(@ForAll("plans") CommissionPlan plan) {
        assertEquals(plan, SalesOpsJson.read(SalesOpsJson.write(plan), CommissionPlan.class).orThrow());
    }

    @Test
    void ourTableKeepsOnePlan() {
        ourTableKeepsAnyPlan(CommissionArbitraries.plans().sample());
    }
}
