package io.salesops.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.commission.accounting.CapitalizationPolicy;
import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.credit.CreditAllocator;
import io.salesops.commission.credit.CreditRules;
import io.salesops.commission.ledger.HoldPolicy;
import io.salesops.commission.ledger.HoldSchedule;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PlanFunctions;
import io.salesops.commission.quota.QuotaCalculator;
import io.salesops.commission.quota.QuotaPolicy;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Rational;
import io.salesops.core.testdata.GoldenDocuments;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Law E3 for the documents of this module. */
class DocumentsTest {
    private static final Class<?>[] DOCUMENTS = {
        CommissionPlan.class, CreditRules.class, QuotaPolicy.class, HoldPolicy.class, CapitalizationPolicy.class
    };

    @TestFactory
    Stream<DynamicNode> documents() {
        return GoldenDocuments.tests(DOCUMENTS);
    }

    @Test
    void everyDocumentIsTested() throws Exception {
        GoldenDocuments.namesEveryDocument(DOCUMENTS);
    }

    /** A document that no engine takes would be a poor example. */
    @Test
    void theEnginesTakeTheGoldenDocuments() throws Exception {
        PlanFunctions functions = PlanFunctions.builder()
                .putMeasures("ourSeats", credit -> credit.units().map(Rational::of))
                .putPayouts("ourPay", (total, quota) -> Rational.ZERO)
                .build();

        assertThat(CommissionCalculator.check(GoldenDocuments.read(CommissionPlan.class), functions))
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(CreditAllocator.check(GoldenDocuments.read(CreditRules.class)))
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(QuotaCalculator.check(GoldenDocuments.read(QuotaPolicy.class)))
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(HoldSchedule.check(GoldenDocuments.read(HoldPolicy.class))).isEmpty();
    }
}
