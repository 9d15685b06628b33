package com.example.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.testkit.PlanLaws;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.testkit.SalesOpsArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OurPlanTest {
    private static final String PLAN = """
            {"schema": "salesops/commission-plan/1", "id": "ae-2026", "version": "3", "currency": "USD",
             "effective": {"from": "2026-01-01", "before": "2027-01-01"},
             "rules": [{"kind": "tiered", "id": "new-business", "measure": "bookings", "mode": "marginal",
               "tiers": [{"upTo": "100%", "rate": "5%"}, {"rate": "8%"}]}]}
            """;

    @Test
    void ourPlanKeepsTheLaws() {
        PlanLaws.holdFor(plan(PLAN));
    }

    @Provide
    Arbitrary<CommissionPlan> plans() {
        return SalesOpsArbitraries.commissionPlans();
    }

    @Property
    void ourTableKeepsAnyPlan(@ForAll("plans") CommissionPlan plan) {
        assertEquals(plan, plan(SalesOpsJson.write(plan)));
    }

    @Test
    void ourTableKeepsOnePlan() {
        ourTableKeepsAnyPlan(SalesOpsArbitraries.commissionPlans().sample());
    }

    private static CommissionPlan plan(String text) {
        return SalesOpsJson.read(text, CommissionPlan.class).orThrow();
    }
}
