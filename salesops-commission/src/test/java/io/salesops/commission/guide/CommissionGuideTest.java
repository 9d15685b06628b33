package io.salesops.commission.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.Tier;
import io.salesops.commission.statement.Statement;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalCalendar;
import java.time.Month;
import java.util.List;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

class CommissionGuideTest {
    private final FiscalCalendar fiscal = FiscalCalendar.startingIn(Month.JANUARY);

    private CommissionPlan plan() {
        // snippet:plan
        CommissionPlan plan = CommissionPlan.builder()
                .id(PlanId.of("ae-2026"))
                .version("3")
                .effective(fiscal.year(2026).range())
                .currency(Monetary.getCurrency("USD"))
                .addRules(PlanRule.Tiered.marginal(
                        "new-business",
                        "bookings",
                        Tier.to("100%", "50%"),
                        Tier.to("125%", "75%"),
                        Tier.beyond("100%")))
                .build();
        // end
        return plan;
    }

    private PayeeYear ana() {
        // snippet:payee
        PayeeYear ana = PayeeYear.builder()
                .payee(PayeeId.of("ana"))
                .addQuotas(Quota.builder()
                        .owner(RepId.of("ana"))
                        .measure("bookings")
                        .period(fiscal.year(2026).range())
                        .amount(Amounts.of("100000", "USD"))
                        .build())
                .addCredits(
                        Credit.of("C-1", "ana", "2026-02-01", Amounts.of("90000", "USD")),
                        Credit.of("C-2", "ana", "2026-05-01", Amounts.of("50000", "USD")),
                        Credit.of("C-88", "ana", "2025-12-30", Amounts.of("4000", "USD")))
                .build();
        // end
        return ana;
    }

    @Test
    void aStatementExplainsItself() {
        CommissionPlan plan = plan();
        PayeeYear ana = ana();
        // snippet:statement
        CommissionCalculator calculator = CommissionCalculator.of(plan);
        Statement statement = calculator
                .calculate(fiscal.year(2026), ana, AsOf.date("2026-12-31"))
                .orThrow();
        String text = statement.explain();
        // end
        assertThat(statement.attainment()).contains(Rate.of("140%"));
        assertThat(text).isEqualTo("""
                USD 83,750.00  ana, FY2026, plan ae-2026 v3: attainment 140% (USD 140,000.00 of quota USD 100,000.00)
                  +50,000.00  new-business, to 100%: 50% of 100,000.00  [ae-2026 3 /rules/0/tiers/0]
                  +18,750.00  new-business, to 125%: 75% of 25,000.00  [ae-2026 3 /rules/0/tiers/1]
                  +15,000.00  new-business, beyond: 100% of 15,000.00  [ae-2026 3 /rules/0/tiers/2]
                  residue 0; 2 credits counted, 1 left out: outside the days of the plan (C-88)""");
    }

    @Test
    void quartersSumToTheYearAndAnEstimateIsAStatement() {
        CommissionCalculator calculator = CommissionCalculator.of(plan());
        PayeeYear ana = ana();
        // snippet:estimate
        Statement quarter = calculator
                .calculate(fiscal.quarter(2026, 2), ana, AsOf.date("2026-06-30"))
                .orThrow();
        Credit deal = Credit.of("Q-1042", "ana", "2026-06-20", Amounts.of("10000", "USD"));
        Statement withDeal = calculator
                .estimate(fiscal.quarter(2026, 2), ana, deal, AsOf.date("2026-06-30"))
                .orThrow();
        // end
        assertThat(quarter.total()).isEqualTo(Amounts.of("38750", "USD"));
        assertThat(withDeal.total()).isEqualTo(Amounts.of("48750", "USD"));
    }

    @Test
    void aPlanIsADocumentThatIsCheckedBeforeItPays() {
        String json = """
                {"schema": "salesops/commission-plan/1", "id": "ae-2026", "version": "4",
                 "effective": {"from": "2026-01-01", "before": "2027-01-01"}, "currency": "USD",
                 "rules": [
                   {"kind": "tiered", "id": "new-business", "measure": "bookings", "mode": "marginal",
                    "tiers": [{"upTo": "100%", "rate": "5%"}, {"upTo": "100%", "rate": "8%"}]},
                   {"kind": "gate", "id": "renewal-gate", "measure": "renewals", "atLeast": "80%", "mode": "cliff"},
                   {"kind": "cap", "id": "cap", "limit": "200000"}],
                 "conventions": {"tie": "lowerTier", "zeroQuota": "notCounted", "exchange": "planRate"}}""";
        // snippet:check
        CommissionPlan plan = SalesOpsJson.read(json, CommissionPlan.class).orThrow();
        List<Finding> findings = CommissionCalculator.check(plan);
        // end
        assertThat(findings).extracting(Finding::code).containsExactly("commission.tier.order", "commission.tier.gap");
    }
}
