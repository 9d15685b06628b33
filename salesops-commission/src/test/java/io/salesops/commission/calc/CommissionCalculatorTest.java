package io.salesops.commission.calc;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions;
import io.salesops.commission.plan.Conventions.RateDate;
import io.salesops.commission.plan.Conventions.Tie;
import io.salesops.commission.plan.Conventions.ZeroQuota;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.Tier;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementLine;
import io.salesops.commission.statement.TierPortion;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.DatedRate;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RateTable;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;

class CommissionCalculatorTest {
    private static final DateRange YEAR = DateRange.of("2026-01-01", "2027-01-01");
    private static final FiscalPeriod FY2026 = period("FY2026", "2026-01-01", "2027-01-01");
    private static final AsOf YEAR_END = AsOf.date("2026-12-31");
    private static final CommissionPlan PLAN = plan(PlanRule.Tiered.marginal(
            "new-business", "bookings", Tier.to("100%", "50%"), Tier.to("125%", "75%"), Tier.beyond("100%")));

    private static FiscalPeriod period(String name, String from, String before) {
        return new FiscalPeriod(name, LocalDate.parse(from), LocalDate.parse(before));
    }

    private static CommissionPlan plan(PlanRule... rules) {
        return CommissionPlan.builder()
                .id(PlanId.of("ae-2026"))
                .version("3")
                .effective(YEAR)
                .currency(Monetary.getCurrency("USD"))
                .addRules(rules)
                .build();
    }

    private static Quota quota(String measure, String amount) {
        return Quota.builder()
                .owner(RepId.of("ana"))
                .measure(measure)
                .period(YEAR)
                .amount(usd(amount))
                .build();
    }

    private static MonetaryAmount usd(String number) {
        return Amounts.of(number, "USD");
    }

    private static Credit credit(String id, String date, String amount) {
        return Credit.of(id, "ana", date, usd(amount));
    }

    private static Credit credit(String id, String measure, String date, String amount) {
        return Credit.builder().from(credit(id, date, amount)).measure(measure).build();
    }

    private static PayeeYear ana(List<Quota> quotas, Credit... credits) {
        return PayeeYear.builder()
                .payee(PayeeId.of("ana"))
                .quotas(quotas)
                .addCredits(credits)
                .build();
    }

    private static PayeeYear ana(Credit... credits) {
        return ana(List.of(quota("bookings", "100000")), credits);
    }

    private static Statement statement(CommissionPlan plan, PayeeYear payee) {
        return CommissionCalculator.of(plan).calculate(FY2026, payee, YEAR_END).orThrow();
    }

    private static List<String> codes(CommissionPlan plan, PayeeYear payee) {
        return CommissionCalculator.of(plan).calculate(FY2026, payee, YEAR_END).findings().stream()
                .map(Finding::code)
                .toList();
    }

    private static List<String> pays(Statement statement) {
        return statement.lines().stream()
                .map(line -> line.credit() + " " + line.rule() + " "
                        + Amounts.number(line.amount()).setScale(2).toPlainString())
                .toList();
    }

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
    void whatDoesNotCountIsLeftOutByReason() {
        PayeeYear payee = PayeeYear.builder()
                .from(ana(
                        credit("C-1", "2026-02-01", "1"),
                        Credit.of("C-2", "ben", "2026-02-01", usd("2")),
                        credit("C-3", "services", "2026-02-01", "3"),
                        credit("C-4", "2025-12-31", "4"),
                        credit("C-5", "2026-11-01", "5"),
                        credit("C-6", "2026-01-10", "6")))
                .employed(DateRange.from(LocalDate.parse("2026-01-15")))
                .build();
        Statement statement = CommissionCalculator.of(PLAN)
                .calculate(FY2026, payee, AsOf.date("2026-10-31"))
                .orThrow();

        assertThat(statement.counted()).isEqualTo(1);
        assertThat(statement.omitted())
                .extracting(Omission::reason)
                .containsExactly(
                        "after 2026-10-31",
                        "measure services is not in the plan",
                        "of payee ben",
                        "outside the days of the plan",
                        "outside the employment");
    }

    @Test
    void aStatementCanBeAskedAsItWasKnown() {
        Credit early = credit("C-1", "2026-02-01", "100").withRecordedAt(Instant.parse("2026-02-02T00:00:00Z"));
        Credit late = credit("C-2", "2026-02-01", "100").withRecordedAt(Instant.parse("2026-04-02T00:00:00Z"));
        AsOf march = YEAR_END.knownAt(Instant.parse("2026-03-31T00:00:00Z"));
        CommissionCalculator calculator = CommissionCalculator.of(PLAN);

        assertThat(calculator
                        .calculate(FY2026, ana(early, late), march)
                        .orThrow()
                        .total())
                .isEqualTo(usd("50.00"));
        assertThat(calculator
                        .calculate(FY2026, ana(credit("C-3", "2026-02-01", "1")), march)
                        .findings())
                .extracting(Finding::code)
                .containsExactly("commission.credit.unrecorded");
    }

    @Test
    void creditsInAnotherCurrencyNeedADatedRate() {
        Credit euro = Credit.of("C-1", "ana", "2026-05-01", Amounts.of("100", "EUR"));
        CommissionCalculator calculator = CommissionCalculator.of(PLAN);
        RateTable table = RateTable.builder()
                .id("plan rates")
                .addRates(rate("2026-01-01", "1.25"), rate("2026-04-01", "1.5"))
                .build();

        assertThat(calculator.calculate(FY2026, ana(euro), YEAR_END).findings())
                .extracting(Finding::code)
                .containsExactly("commission.exchange.missing");
        Statement planRate =
                calculator.calculate(FY2026, ana(euro), YEAR_END.rates(table)).orThrow();
        assertThat(planRate.total()).isEqualTo(usd("62.50"));
        assertThat(planRate.computedFrom().lookups()).containsExactly("1 EUR = 1.25 USD on 2026-01-01 (plan)");
        Statement eventDate = CommissionCalculator.of(PLAN.withConventions(
                        Conventions.builder().exchange(RateDate.EVENT_DATE).build()))
                .calculate(FY2026, ana(euro), YEAR_END.rates(table))
                .orThrow();
        assertThat(eventDate.total()).isEqualTo(usd("75.00"));
    }

    private static DatedRate rate(String date, String rate) {
        return new DatedRate(
                Monetary.getCurrency("EUR"),
                Monetary.getCurrency("USD"),
                LocalDate.parse(date),
                Rational.of(rate),
                "plan");
    }

    @Test
    void aZeroQuotaFollowsTheConvention() {
        PayeeYear payee = ana(List.of(quota("bookings", "0")), credit("C-1", "2026-02-01", "1000"));

        assertThat(zero(ZeroQuota.NOT_COUNTED, payee).total()).isEqualTo(usd("0"));
        assertThat(zero(ZeroQuota.NOT_COUNTED, payee).attainment()).isEmpty();
        assertThat(zero(ZeroQuota.NOT_COUNTED, payee).omitted())
                .extracting(Omission::reason)
                .containsExactly("quota of bookings is zero");
        assertThat(zero(ZeroQuota.IS_ZERO, payee).total()).isEqualTo(usd("0"));
        assertThat(zero(ZeroQuota.IS_ZERO, payee).attainment()).contains(Rate.ZERO);
        assertThat(zero(ZeroQuota.IS_ZERO, payee).counted()).isEqualTo(1);
        assertThat(zero(ZeroQuota.IS_FULL, payee).total()).isEqualTo(usd("500"));
        assertThat(zero(ZeroQuota.IS_FULL, payee).attainment()).contains(Rate.ONE);
    }

    private static Statement zero(ZeroQuota zero, PayeeYear payee) {
        return statement(
                PLAN.withConventions(Conventions.builder().zeroQuota(zero).build()), payee);
    }

    @Test
    void quotasThatDoNotDecideAreFindings() {
        Credit one = credit("C-1", "2026-02-01", "1");
        Quota quarter = quota("bookings", "100").withPeriod(DateRange.of("2026-01-01", "2026-04-01"));
        Quota always = quota("bookings", "100").withPeriod(DateRange.always());
        Quota relief = quota("bookings", "50").withVersion(2);

        assertThat(codes(PLAN, ana(List.of(), one))).containsExactly("commission.quota.missing");
        assertThat(codes(PLAN, ana(List.of(quarter), one))).containsExactly("commission.quota.missing");
        assertThat(codes(PLAN, ana(List.of(quota("bookings", "100"), always), one)))
                .containsExactly("commission.quota.ambiguous");
        assertThat(codes(PLAN, ana(List.of(quota("bookings", "100"), quota("bookings", "90")), one)))
                .containsExactly("commission.quota.duplicate");
        assertThat(codes(PLAN, ana(List.of(quota("bookings", "1").withAmount(Amounts.of("1", "EUR"))), one)))
                .containsExactly("commission.quota.currency");
        Statement relieved = statement(PLAN, ana(List.of(relief, quota("bookings", "100")), one));
        assertThat(relieved.attainment()).contains(Rate.of("2%"));
        assertThat(relieved.omitted()).extracting(Omission::reason).containsExactly("quotas that do not hold here");
    }

    @Test
    void aCapOverMeasuresOfDifferentSpansIsRefused() {
        CommissionPlan plan = plan(
                PlanRule.Tiered.marginal("a", "bookings", Tier.beyond("10%")),
                PlanRule.Tiered.marginal("b", "renewals", Tier.beyond("10%")),
                PlanRule.Cap.of("cap", "1"));
        FiscalPeriod january = period("FY2026-M01", "2026-01-01", "2026-02-01");
        PayeeYear payee = ana(List.of(
                quota("bookings", "100"),
                quota("renewals", "100").withPeriod(DateRange.of("2026-01-01", "2026-04-01"))));

        assertThat(CommissionCalculator.of(plan)
                        .calculate(january, payee, YEAR_END)
                        .findings())
                .extracting(Finding::code)
                .containsExactly("commission.quota.mixed");
    }

    @Test
    void allBadCreditsComeBackAtOnce() {
        assertThat(codes(
                        PLAN,
                        ana(
                                credit("C-1", "2026-02-01", "1"),
                                credit("C-1", "2026-02-02", "2"),
                                Credit.of("C-2", "ana", "2026-02-01", Amounts.of("1", "EUR")),
                                Credit.of("C-3", "ana", "2026-02-01", Amounts.of("1", "JPY")))))
                .containsExactly(
                        "commission.credit.duplicate", "commission.exchange.missing", "commission.exchange.missing");
    }

    @Test
    void amountsNear63BitsAreExactOrRefused() {
        // 92 quadrillion dollars are 2^63 cents and a bit.
        PayeeYear most = ana(credit("C-1", "2026-02-01", "92233720368547758.07"));
        assertThat(statement(plan(PlanRule.Flat.of("flat", "bookings", "99.999999999%")), most)
                        .total())
                .isEqualTo(usd("92233720367625420.87"));
        assertThat(codes(plan(PlanRule.Flat.of("flat", "bookings", "200%")), most))
                .containsExactly("commission.amount.range");
        assertThat(codes(PLAN, ana(credit("C-1", "2026-02-01", "92233720368547758.08"))))
                .containsExactly("commission.amount.range");
    }

    @Test
    void aPlanThatForbidsRoundingRefusesRests() {
        CommissionPlan plan = plan(PlanRule.Flat.of("flat", "bookings", "1%"))
                .withRounding(
                        RoundingPolicy.builder().mode(RoundingMode.UNNECESSARY).build());

        assertThat(statement(plan, ana(List.of(), credit("C-1", "2026-02-01", "1")))
                        .total())
                .isEqualTo(usd("0.01"));
        assertThat(codes(plan, ana(List.of(), credit("C-1", "2026-02-01", "1.50"))))
                .containsExactly("commission.amount.range");
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
    void aPeriodOutsideThePlanIsAWarning() {
        FiscalPeriod next = period("FY2027", "2027-01-01", "2028-01-01");
        CommissionPlan flat = plan(PlanRule.Flat.of("flat", "bookings", "1%"));

        assertThat(CommissionCalculator.of(flat)
                        .calculate(next, ana(List.of()), AsOf.date("2027-12-31"))
                        .orThrow()
                        .findings())
                .extracting(Finding::code)
                .containsExactly("commission.period.outside");
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
