package io.salesops.commission.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.calc.Estimator;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditId;
import io.salesops.commission.incremental.PlanVersions;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions;
import io.salesops.commission.plan.DatedPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.Tier;
import io.salesops.commission.review.PlanReview;
import io.salesops.commission.review.PlanReviewer;
import io.salesops.commission.statement.Statement;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.util.List;
import java.util.Map;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
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
    void aPlanThatChangesInMidYear() {
        CommissionPlan firstHalf = plan().withVersion("1")
                .withEffective(DateRange.of("2026-01-01", "2026-07-01"))
                .withRules(
                        PlanRule.Tiered.marginal("new-business", "bookings", Tier.to("100%", "5%"), Tier.beyond("8%")));
        CommissionPlan secondHalf = firstHalf
                .withVersion("2")
                .withEffective(DateRange.of("2026-07-01", "2027-01-01"))
                .withRules(PlanRule.Tiered.marginal(
                        "new-business", "bookings", Tier.to("100%", "10%"), Tier.beyond("20%")))
                .withConventions(Conventions.builder()
                        .change(Conventions.Change.CARRIES_ON)
                        .build());
        PayeeYear ana = ana().withQuotas(ana().quotas().get(0).withAmount(Amounts.of("1000", "USD")))
                .withCredits(
                        Credit.of("C-1", "ana", "2026-02-01", Amounts.of("900", "USD")),
                        Credit.of("C-2", "ana", "2026-08-01", Amounts.of("300", "USD")));
        // snippet:plan-change
        PlanVersions versions = PlanVersions.of(List.of(firstHalf, secondHalf));
        List<Statement> year = versions.calculate(fiscal.year(2026), ana, AsOf.date("2026-12-31"))
                .orThrow();
        // end
        // snippet:plans-by-date
        PayeeYear promoted = ana.withPlans(
                DatedPlan.of(PlanId.of("sdr-2026"), DateRange.of("2026-01-01", "2026-05-15")),
                DatedPlan.of(PlanId.of("ae-2026"), DateRange.of("2026-05-15", "2027-01-01")));
        // end
        assertThat(year.get(0).total()).isEqualTo(Amounts.of("45", "USD"));
        assertThat(year.get(1).explain()).isEqualTo("""
                        USD 50.00  ana, FY2026, plan ae-2026 v2: attainment 120% (USD 1,200.00 of quota USD 1,000.00)
                          +10.00  new-business, to 100%: 10% of 100.00  [ae-2026 2 /rules/0/tiers/0]
                          +40.00  new-business, beyond: 20% of 200.00  [ae-2026 2 /rules/0/tiers/1]
                          residue 0; 1 credits counted, 1 of earlier periods in the attainment, 0 left out""");
        assertThat(versions.calculate(fiscal.year(2026), promoted, AsOf.date("2026-12-31"))
                        .orThrow())
                .extracting(Statement::total)
                .containsExactly(Amounts.of("0", "USD"), Amounts.of("50", "USD"));
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

    @Test
    void anEstimatorIsAskedOften() {
        CommissionCalculator calculator = CommissionCalculator.of(plan());
        PayeeYear ana = ana();
        Credit deal = Credit.of("Q-1042", "ana", "2026-06-20", Amounts.of("10000", "USD"));
        // snippet:estimator
        Estimator estimator = calculator
                .estimator(fiscal.quarter(2026, 2), ana, AsOf.date("2026-06-30"))
                .orThrow();
        MonetaryAmount earns =
                estimator.with(deal).orThrow().total().subtract(estimator.now().total());
        // end
        assertThat(earns).isEqualTo(Amounts.of("10000", "USD"));
    }

    @Test
    void aReviewHasFindingsAndACurve() {
        CommissionPlan plan = plan();
        // snippet:review
        PlanReview review = PlanReviewer.standard().review(plan);
        List<Finding> findings = review.findings();
        List<PlanReview.Point> curve = review.curve();
        // end
        assertThat(findings).isEmpty();
        assertThat(curve.get(curve.size() - 1).payout()).isEqualTo(Amounts.of("143750", "USD"));
    }

    /** A plan of the page, and the statement that the page shows for it. */
    private static void shows(String id, FiscalPeriod period, PayeeYear payee, String earnedThen, String paidThen)
            throws IOException {
        String page = Files.readString(Path.of("..", "docs", "guide", "commission.md"));
        int start = page.indexOf("{\"schema\": \"salesops/commission-plan/1\", \"id\": \"" + id + "\"");
        String json = page.substring(start, page.indexOf("```", start));
        int text = page.indexOf("```text", start) + "```text\n".length();
        String shown = page.substring(text, page.indexOf("\n```", text));
        // snippet:three-plans
        CommissionPlan plan = SalesOpsJson.read(json, CommissionPlan.class).orThrow();
        Statement statement = CommissionCalculator.of(plan)
                .calculate(period, payee, AsOf.date(period.before().minusDays(1)))
                .orThrow();
        MonetaryAmount earned = statement.total();
        MonetaryAmount paidOut = statement.payable();
        // end
        assertThat(statement.explain()).isEqualTo(shown);
        assertThat(earned).isEqualTo(Amounts.of(earnedThen, "USD"));
        assertThat(paidOut).isEqualTo(Amounts.of(paidThen, "USD"));
    }

    private static PayeeYear.Builder payee(String name, String measure, String quota) {
        return PayeeYear.builder()
                .payee(PayeeId.of(name))
                .addQuotas(Quota.builder()
                        .owner(RepId.of(name))
                        .measure(measure)
                        .period(FiscalCalendar.startingIn(Month.JANUARY)
                                .year(2026)
                                .range())
                        .amount(Amounts.of(quota, "USD"))
                        .build());
    }

    @Test
    void anAccountExecutiveWithAcceleratorAndDraw() throws IOException {
        PayeeYear ana = payee("ana", "bookings", "600000")
                .addCredits(
                        Credit.of("C-1", "ana", "2026-01-20", Amounts.of("25000", "USD")),
                        Credit.of("C-2", "ana", "2026-02-10", Amounts.of("80000", "USD")))
                .build();

        shows("ae-saas-2026", fiscal.month(2026, 2), ana, "8000", "6500");
    }

    @Test
    void anOverlayEngineer() throws IOException {
        Credit overlay = Credit.of("C-1", "ben", "2026-01-20", Amounts.of("410000", "USD"))
                .withMeasure("overlay");
        Credit workshop = Credit.of("W-1", "ben", "2026-02-10", Amounts.of("900", "USD"))
                .withMeasure("workshops")
                .withCustom(CustomFields.of(Map.of("format", new CustomFields.Text("on site"))));
        PayeeYear ben = PayeeYear.builder()
                .payee(PayeeId.of("ben"))
                .addCredits(
                        overlay,
                        workshop,
                        workshop.withId(CreditId.of("W-2"))
                                .withSource("W-2")
                                .withCustom(CustomFields.of(Map.of("format", new CustomFields.Text("remote")))),
                        Credit.of("P-1", "ben", "2026-03-05", Amounts.of("205000", "USD"))
                                .withSource("C-1")
                                .withMeasure("cash"))
                .build();

        shows("se-overlay-2026", fiscal.quarter(2026, 1), ben, "4350", "3837.50");
    }

    @Test
    void aManagersOverride() throws IOException {
        PayeeYear cho = payee("cho", "team", "1000000")
                .addQuotas(Quota.builder()
                        .owner(RepId.of("cho"))
                        .measure("renewals")
                        .period(fiscal.year(2026).range())
                        .amount(Amounts.of("400000", "USD"))
                        .build())
                .addCredits(
                        Credit.of("C-1", "cho", "2026-03-20", Amounts.of("900000", "USD"))
                                .withMeasure("team")
                                .withPaidBelow(Rate.of("2%")),
                        Credit.of("C-2", "cho", "2026-06-10", Amounts.of("200000", "USD"))
                                .withMeasure("team"),
                        Credit.of("C-3", "cho", "2026-06-11", Amounts.of("380000", "USD"))
                                .withMeasure("renewals"),
                        Credit.of("C-4", "cho", "2026-09-01", Amounts.of("-200000", "USD"))
                                .withSource("C-2")
                                .withMeasure("team"))
                .build();

        shows("manager-2026", fiscal.year(2026), cho, "10200", "10200");
    }
}
