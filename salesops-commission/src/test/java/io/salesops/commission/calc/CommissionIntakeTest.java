package io.salesops.commission.calc;

import static io.salesops.commission.calc.CalculatorCases.FY2026;
import static io.salesops.commission.calc.CalculatorCases.PLAN;
import static io.salesops.commission.calc.CalculatorCases.YEAR_END;
import static io.salesops.commission.calc.CalculatorCases.ana;
import static io.salesops.commission.calc.CalculatorCases.codes;
import static io.salesops.commission.calc.CalculatorCases.credit;
import static io.salesops.commission.calc.CalculatorCases.period;
import static io.salesops.commission.calc.CalculatorCases.plan;
import static io.salesops.commission.calc.CalculatorCases.quota;
import static io.salesops.commission.calc.CalculatorCases.statement;
import static io.salesops.commission.calc.CalculatorCases.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions;
import io.salesops.commission.plan.Conventions.RateDate;
import io.salesops.commission.plan.Conventions.ZeroQuota;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.Tier;
import io.salesops.commission.statement.Statement;
import io.salesops.core.crm.Quota;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
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
import org.junit.jupiter.api.Test;

/** Which credits count, in which currency, against which quota, and what is refused. */
class CommissionIntakeTest {
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
}
