package io.salesops.commission.testkit;

import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.testkit.StatementArbitraries.PaidYear;
import io.salesops.core.testkit.FaultyDocument;
import io.salesops.core.testkit.FaultyDocuments;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.core.testkit.NearlyValid;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CommissionArbitrariesProperties {
    @Property(tries = 300)
    void generatedPlansAreSound(@ForAll("plans") CommissionPlan plan) {
        NearlyValid.isSound(plan, CommissionCalculator::check);
    }

    @Property(tries = 500)
    void aPlantedFaultOfAPlanIsFound(@ForAll("nearlyPlans") NearlyValid<CommissionPlan> plan) {
        plan.isFoundBy(CommissionCalculator::check);
    }

    @Property(tries = 300)
    void aPlantedFaultOfAPlansTextIsFound(@ForAll("faultyPlans") FaultyDocument plan) {
        plan.isRefusedAs(CommissionPlan.class);
    }

    @Property(tries = 300)
    void statementsOfAnyCurrencyRoundTrip(@ForAll("paidYears") PaidYear year) {
        NearlyValid.isSound(year.plan(), CommissionCalculator::check);
        JsonLaws.roundTrips(year.statement(), Statement.class);
    }

    @Provide
    Arbitrary<CommissionPlan> plans() {
        return CommissionArbitraries.plans();
    }

    @Provide
    Arbitrary<NearlyValid<CommissionPlan>> nearlyPlans() {
        return PlanArbitraries.nearlyValidPlans();
    }

    @Provide
    Arbitrary<FaultyDocument> faultyPlans() {
        return FaultyDocuments.of(CommissionArbitraries.plans(), CommissionPlan.class);
    }

    @Provide
    Arbitrary<PaidYear> paidYears() {
        return StatementArbitraries.paidYears();
    }
}
