package io.salesops.commission.calc;

import static io.salesops.commission.calc.CalculatorCases.FY2026;
import static io.salesops.commission.calc.CalculatorCases.PLAN;
import static io.salesops.commission.calc.CalculatorCases.YEAR_END;
import static io.salesops.commission.calc.CalculatorCases.ana;
import static io.salesops.commission.calc.CalculatorCases.credit;
import static io.salesops.commission.calc.CalculatorCases.pays;
import static io.salesops.commission.calc.CalculatorCases.period;
import static io.salesops.commission.calc.CalculatorCases.plan;
import static io.salesops.commission.calc.CalculatorCases.quota;
import static io.salesops.commission.calc.CalculatorCases.statement;
import static io.salesops.commission.calc.CalculatorCases.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions;
import io.salesops.commission.plan.Conventions.Tie;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.Tier;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementLine;
import io.salesops.commission.statement.TierPortion;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.FiscalPeriod;
import java.util.List;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

/** What rules pay on the credits that count, and how statements say it. */
class CommissionCalculatorTest {
    @Test
    void explainsMarginalTiersToTheCent() {
        Statement statement = statement(
                PLAN,
                ana(
                        credit("C-1", "2026-02-01", "90000"),
                        credit("C-2", "2026-05-01", "50000"),
                        credit("C-88", "2025-12-30", "4000")));

        assertThat(statement.total()).isEqualTo(usd("83750.00"));
        assertThat(statement.attainment()).contains(Rate.of("140%"));
        assertThat(statement.explain()).isEqualTo("""
                USD 83,750.00  ana, FY2026, plan ae-2026 v3: attainment 140% (USD 140,000.00 of quota USD 100,000.00)
                  +50,000.00  new-business, to 100%: 50% of 100,000.00  [ae-2026 3 /rules/0/tiers/0]
                  +18,750.00  new-business, to 125%: 75% of 25,000.00  [ae-2026 3 /rules/0/tiers/1]
                  +15,000.00  new-business, beyond: 100% of 15,000.00  [ae-2026 3 /rules/0/tiers/2]
                  residue 0; 2 credits counted, 1 left out: outside the days of the plan (C-88)""");
    }

    @Test
    void aLineCarriesAttainmentAndThePortionOfEachTier() {
        Statement statement =
                statement(PLAN, ana(credit("C-1", "2026-02-01", "90000"), credit("C-2", "2026-05-01", "50000")));
        StatementLine line = statement.lines().get(1);

        assertThat(line.attainmentBefore()).contains(Rate.of("90%"));
        assertThat(line.attainmentAfter()).contains(Rate.of("140%"));
        assertThat(line.amount()).isEqualTo(usd("38750.00"));
        assertThat(line.tiers())
                .extracting(TierPortion::tier, TierPortion::base, TierPortion::pays)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, usd("10000.00"), usd("5000.00")),
                        org.assertj.core.groups.Tuple.tuple(1, usd("25000.00"), usd("18750.00")),
                        org.assertj.core.groups.Tuple.tuple(2, usd("15000.00"), usd("15000.00")));
        assertThat(line.blendedRate()).contains(Rate.of("77.5%"));
        assertThat(line.explain()).isEqualTo("""
                USD 38,750.00  C-2 on 2026-05-01, USD 50,000.00, new-business, attainment 90% to 140%
                   +5,000.00  new-business, to 100%: 50% of 10,000.00  [ae-2026 3 /rules/0]
                  +18,750.00  new-business, to 125%: 75% of 25,000.00  [ae-2026 3 /rules/0]
                  +15,000.00  new-business, beyond: 100% of 15,000.00  [ae-2026 3 /rules/0]""");
    }

    @Test
    void runningPayIsRoundedSoThatTiesDoNotDrift() {
        // 12.5% of 0.04 is half a cent: rounded line by line, ten of them would pay ten cents instead of five.
        Credit[] credits = new Credit[10];
        for (int i = 0; i < credits.length; i++) {
            credits[i] = credit("C-" + i, "2026-03-01", "0.04");
        }
        Statement statement = statement(plan(PlanRule.Flat.of("flat", "bookings", "12.5%")), ana(List.of(), credits));

        assertThat(statement.total()).isEqualTo(usd("0.05"));
        assertThat(pays(statement)).startsWith("C-0 flat 0.01", "C-1 flat 0.00", "C-2 flat 0.01");
        assertThat(statement.residue()).isEqualTo(Rational.ZERO);
    }

    @Test
    void theResidueIsWhatRoundingHasNotPaid() {
        Statement statement = statement(
                plan(PlanRule.Flat.of("flat", "bookings", "1/3")), ana(List.of(), credit("C-1", "2026-03-01", "1")));

        assertThat(statement.total()).isEqualTo(usd("0.33"));
        assertThat(statement.residue()).isEqualTo(Rational.of("1/300"));
        assertThat(statement.explain()).contains("residue 1/300");
    }

    @Test
    void retroactiveTiersTakeBackWhatTheLowerTierPaid() {
        CommissionPlan plan =
                plan(PlanRule.Tiered.retroactive("all", "bookings", Tier.to("100%", "5%"), Tier.beyond("7%")));
        Statement statement =
                statement(plan, ana(credit("C-1", "2026-02-01", "90000"), credit("C-2", "2026-05-01", "20000")));

        assertThat(pays(statement)).containsExactly("C-1 all 4500.00", "C-2 all 3200.00");
        assertThat(statement.lines().get(1).tiers())
                .extracting(TierPortion::pays)
                .containsExactly(usd("-4500.00"), usd("7700.00"));
        assertThat(statement.lines().get(1).blendedRate()).contains(Rate.of("16%"));
        assertThat(statement.total()).isEqualTo(usd("7700.00"));
    }

    @Test
    void theTieDecidesTheRetroactiveTierAtABound() {
        CommissionPlan lower =
                plan(PlanRule.Tiered.retroactive("all", "bookings", Tier.to("100%", "5%"), Tier.beyond("7%")));
        CommissionPlan upper =
                lower.withConventions(Conventions.builder().tie(Tie.UPPER_TIER).build());
        PayeeYear atBound = ana(credit("C-1", "2026-02-01", "100000"));

        assertThat(statement(lower, atBound).total()).isEqualTo(usd("5000.00"));
        assertThat(statement(upper, atBound).total()).isEqualTo(usd("7000.00"));
    }

    @Test
    void aCliffGateHoldsBackAndReleasesInLinesOfItsOwn() {
        CommissionPlan plan =
                plan(PlanRule.Flat.of("flat", "bookings", "10%"), PlanRule.Gate.cliff("gate", "bookings", "50%"));
        PayeeYear closed = ana(credit("C-1", "2026-02-01", "40000"));
        PayeeYear open = ana(credit("C-1", "2026-02-01", "40000"), credit("C-2", "2026-03-01", "10000"));

        assertThat(statement(plan, closed).total()).isEqualTo(usd("0.00"));
        assertThat(statement(plan, closed).explain())
                .contains("-4,000.00  gate: bookings at 40%, pays from 50%  [ae-2026 3 /rules/1]");
        assertThat(pays(statement(plan, open)))
                .containsExactly("C-1 flat 4000.00", "C-1 gate -4000.00", "C-2 flat 1000.00", "C-2 gate 4000.00");
        assertThat(statement(plan, open).lines().get(3).explain()).contains("gate adds");
    }

    @Test
    void aCliffGateOnAnotherMeasureReleasesWithTheCreditThatOpensIt() {
        CommissionPlan plan =
                plan(PlanRule.Flat.of("flat", "bookings", "10%"), PlanRule.Gate.cliff("gate", "renewals", "100%"));
        Statement statement = statement(
                plan,
                ana(
                        List.of(quota("renewals", "500")),
                        credit("C-1", "2026-02-01", "40000"),
                        credit("C-2", "renewals", "2026-03-01", "500")));

        assertThat(pays(statement)).containsExactly("C-1 flat 4000.00", "C-1 gate -4000.00", "C-2 gate 4000.00");
        assertThat(statement.total()).isEqualTo(usd("4000.00"));
    }

    @Test
    void capsWithinCapsLimitOnce() {
        CommissionPlan plan = plan(
                PlanRule.Flat.of("a", "bookings", "10%"),
                PlanRule.Flat.of("b", "renewals", "10%"),
                PlanRule.Cap.of("all", "1200"),
                PlanRule.Cap.of("only-a", "1000", "a"));
        Statement statement = statement(
                plan,
                ana(List.of(), credit("C-1", "2026-02-01", "15000"), credit("C-2", "renewals", "2026-03-01", "5000")));

        assertThat(pays(statement))
                .containsExactly("C-1 a 1500.00", "C-1 only-a -500.00", "C-2 b 500.00", "C-2 all -300.00");
        assertThat(statement.total()).isEqualTo(usd("1200.00"));
        assertThat(statement.explain()).contains("-300.00  all: limit USD 1,200.00");
    }

    @Test
    void earlierPeriodsMakeTheAttainmentWithWhichAPeriodStarts() {
        FiscalPeriod q2 = period("FY2026-Q2", "2026-04-01", "2026-07-01");
        Statement statement = CommissionCalculator.of(PLAN)
                .calculate(
                        q2,
                        ana(
                                credit("C-1", "2026-02-01", "90000"),
                                credit("C-2", "2026-05-01", "50000"),
                                credit("C-3", "2026-07-01", "1")),
                        YEAR_END)
                .orThrow();

        assertThat(statement.total()).isEqualTo(usd("38750.00"));
        assertThat(statement.earlier()).isEqualTo(1);
        assertThat(statement.attainment("bookings").orElseThrow().rateBefore()).contains(Rate.of("90%"));
        assertThat(statement.explain())
                .endsWith(
                        "1 credits counted, 1 of earlier periods in the attainment, 1 left out: after the period (C-3)");
    }

    @Test
    void subCentCreditsCount() {
        Statement statement = statement(
                plan(PlanRule.Flat.of("flat", "bookings", "10%")),
                ana(List.of(), credit("C-1", "2026-02-01", "0.0499"), credit("C-2", "2026-02-01", "0.0001")));

        assertThat(pays(statement)).containsExactly("C-1 flat 0.00", "C-2 flat 0.01");
    }

    @Test
    void currenciesWithoutOrWithThreeDecimalsPayInTheirMinorUnit() {
        CommissionPlan yen =
                plan(PlanRule.Flat.of("flat", "bookings", "12.5%")).withCurrency(Monetary.getCurrency("JPY"));
        CommissionPlan dinar = yen.withCurrency(Monetary.getCurrency("KWD"));

        assertThat(statement(yen, ana(List.of(), Credit.of("C-1", "ana", "2026-02-01", Amounts.of("100", "JPY"))))
                        .total())
                .isEqualTo(Amounts.of("13", "JPY"));
        assertThat(statement(dinar, ana(List.of(), Credit.of("C-1", "ana", "2026-02-01", Amounts.of("0.1", "KWD"))))
                        .total())
                .isEqualTo(Amounts.of("0.013", "KWD"));
    }

    @Test
    void anEstimateIsTheStatementWithOneMoreCredit() {
        Credit deal = credit("C-9", "2026-06-01", "50000");
        CommissionCalculator calculator = CommissionCalculator.of(PLAN);
        PayeeYear payee = ana(credit("C-1", "2026-02-01", "90000"));

        Statement with = calculator.estimate(FY2026, payee, deal, YEAR_END).orThrow();
        assertThat(with)
                .isEqualTo(calculator
                        .calculate(FY2026, ana(credit("C-1", "2026-02-01", "90000"), deal), YEAR_END)
                        .orThrow());
        assertThat(with.total()).isEqualTo(usd("83750.00"));
    }

    @Test
    void statementsAndFactsSurviveJson() {
        PayeeYear payee = ana(credit("C-1", "2026-02-01", "90000.00"), credit("C-2", "2026-05-01", "50000.00"));
        Statement statement = statement(
                PLAN.withRules(
                        PLAN.rules().get(0),
                        PlanRule.Gate.cliff("gate", "bookings", "95%"),
                        PlanRule.Cap.of("cap", "60000.50")),
                payee);

        assertThat(SalesOpsJson.read(SalesOpsJson.write(statement), Statement.class)
                        .orThrow())
                .isEqualTo(statement);
        assertThat(SalesOpsJson.read(SalesOpsJson.write(payee), PayeeYear.class).orThrow())
                .isEqualTo(payee);
    }
}
