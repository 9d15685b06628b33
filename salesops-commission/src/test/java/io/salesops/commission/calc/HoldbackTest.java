package io.salesops.commission.calc;

import static io.salesops.commission.calc.WorkedPlans.TARGET;
import static io.salesops.commission.calc.WorkedPlans.credit;
import static io.salesops.commission.calc.WorkedPlans.flat;
import static io.salesops.commission.calc.WorkedPlans.plan;
import static io.salesops.commission.calc.WorkedPlans.tiers;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.commission.credit.Credit;
import io.salesops.commission.incremental.PlanVersions;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.statement.SettlementStep;
import io.salesops.commission.statement.Statement;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was held back of a deal is released, and what a cancellation takes back is the deal's, after the quota's period, too. */
class HoldbackTest {
    private static final String TIERS = tiers("marginal", "100%:10%", ":20%");
    private static final Quota OF_2026 = quota("2026-01-01", "2027-01-01", "1000");
    private static final Quota OF_2027 = quota("2027-01-01", "2028-01-01", "5000");

    private static CommissionPlan lasting(String before, String rules) {
        return plan(rules).withEffective(DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.parse(before)));
    }

    private static String holdback(String release) {
        return ", {\"kind\": \"holdback\", \"id\": \"hold\", \"share\": \"50%\", \"release\": " + release
                + ", \"on\": []}";
    }

    private static Quota quota(String from, String before, String amount) {
        return Quota.builder()
                .owner(RepId.of("ana"))
                .measure(TARGET)
                .period(DateRange.of(LocalDate.parse(from), LocalDate.parse(before)))
                .amount(Amounts.of(amount, "USD"))
                .build();
    }

    private static PayeeYear payee(List<Quota> quotas, Credit... credits) {
        return PayeeYear.builder()
                .payee(PayeeId.of("ana"))
                .quotas(quotas)
                .addCredits(credits)
                .build();
    }

    private static Credit deal(String source, String id, String date, String amount) {
        return credit(id, date, amount, credit -> credit.withSource(source));
    }

    private static Credit cash(String source, String id, String date, String amount) {
        return deal(source, id, date, amount).withMeasure("cash");
    }

    private static FiscalPeriod month(String first) {
        LocalDate from = LocalDate.parse(first);
        return new FiscalPeriod(first.substring(0, 7), from, from.plusMonths(1));
    }

    private static Statement statement(CommissionPlan plan, String month, PayeeYear payee) {
        return CommissionCalculator.of(plan)
                .calculate(month(month), payee, AsOf.date(month(month).before().minusDays(1)))
                .orThrow();
    }

    private static List<String> steps(Statement statement) {
        return statement.settlement().stream().map(HoldbackTest::step).toList();
    }

    private static String step(SettlementStep step) {
        return step.subject() + " " + step.kind() + " "
                + Amounts.number(step.amount()).toPlainString();
    }

    private static List<String> steps(CommissionPlan plan, String month, PayeeYear payee) {
        return steps(statement(plan, month, payee));
    }

    @Test
    void aDealOfLastYearIsReleasedUnderTheQuotaOfThisYear() {
        CommissionPlan plan = lasting("2028-01-01", TIERS + holdback("{\"kind\": \"after\", \"period\": \"P3M\"}"));
        PayeeYear payee = payee(
                List.of(OF_2026, OF_2027),
                deal("X", "C-1", "2026-11-10", "1500"),
                deal("Y", "C-2", "2027-01-20", "100"));

        // 1,000 at 10% and 500 at 20%
        assertThat(steps(plan, "2026-11-01", payee)).containsExactly("X RESERVE -100");
        assertThat(steps(plan, "2027-01-01", payee)).containsExactly("Y RESERVE -5");
        assertThat(steps(plan, "2027-02-01", payee)).containsExactly("X RELEASE 100");
        assertThat(steps(plan, "2027-03-01", payee)).isEmpty();
        assertThat(steps(plan, "2027-04-01", payee)).containsExactly("Y RELEASE 5");
    }

    @Test
    void monthlyQuotasReleaseInLaterMonthsAsTheCustomerPays() {
        CommissionPlan plan = lasting("2027-01-01", TIERS + holdback("{\"kind\": \"event\", \"measure\": \"cash\"}"));
        PayeeYear payee = payee(
                Stream.of("2026-01-01", "2026-02-01", "2026-03-01")
                        .map(first -> quota(first, month(first).before().toString(), "100"))
                        .toList(),
                deal("X", "C-1", "2026-01-10", "300"),
                deal("X", "C-2", "2026-02-10", "100"),
                cash("X", "P-1", "2026-02-20", "100"),
                cash("X", "P-2", "2026-03-20", "300"));

        assertThat(steps(plan, "2026-01-01", payee)).containsExactly("X RESERVE -25");
        assertThat(steps(plan, "2026-02-01", payee)).containsExactly("X RESERVE -5", "X RELEASE 7.5");
        assertThat(steps(plan, "2026-03-01", payee)).containsExactly("X RELEASE 22.5");
    }

    @Test
    void aPlanThatEndedReleasesWithoutAQuotaOfTheYearAfter() {
        CommissionPlan plan = lasting("2027-01-01", TIERS + holdback("{\"kind\": \"event\", \"measure\": \"cash\"}"));
        PayeeYear payee =
                payee(List.of(OF_2026), deal("X", "C-1", "2026-11-10", "800"), cash("X", "P-1", "2027-02-20", "800"));
        PlanVersions plans = PlanVersions.of(List.of(plan));

        Statement february = statement(plan, "2027-02-01", payee);
        assertThat(steps(february)).containsExactly("X RELEASE 40");
        assertThat(february.total().isZero()).isTrue();
        assertThat(february.findings()).isEmpty();
        assertThat(plans.calculate(month("2027-01-01"), payee, AsOf.date("2027-01-31"))
                        .orThrow())
                .isEmpty();
        assertThat(plans.calculate(month("2027-02-01"), payee, AsOf.date("2027-02-28"))
                        .orThrow())
                .containsExactly(february);
    }

    @Test
    void aLadderTakesBackOfADealOfLastYearWhatThatHadEarned() {
        CommissionPlan plan = lasting(
                "2028-01-01",
                TIERS
                        + ", {\"kind\": \"clawback\", \"id\": \"cancelled\", \"mode\": \"ladder\", \"steps\":"
                        + " [{\"upToMonth\": 6, \"rate\": \"100%\"}, {\"upToMonth\": 12, \"rate\": \"50%\"}]}");
        PayeeYear payee = payee(
                List.of(OF_2026, OF_2027),
                deal("X", "C-1", "2026-05-10", "1500"),
                deal("Y", "C-2", "2027-01-05", "1000"),
                deal("X", "R-1", "2027-01-20", "-750"),
                deal("X", "R-2", "2027-02-20", "-750"));

        Statement january = statement(plan, "2027-01-01", payee);
        // half of the half of what 1,000 at 10% and 500 at 20% had earned
        assertThat(january.lines())
                .extracting(line -> line.credit() + " " + line.rule() + " "
                        + Amounts.number(line.amount()).toPlainString())
                .containsExactly("C-2 tiers 100", "R-1 cancelled -50");
        assertThat(Amounts.number(statement(plan, "2027-02-01", payee).total())).isEqualByComparingTo("-50");
    }

    @Test
    void whatWasTakenBackOfADealInAnEarlierPeriodStaysTakenBack() {
        CommissionPlan plan = lasting(
                "2028-01-01",
                TIERS
                        + ", {\"kind\": \"clawback\", \"id\": \"cancelled\", \"mode\": \"proRata\", \"steps\": [], \"months\": 12}"
                        + holdback("{\"kind\": \"after\", \"period\": \"P8M\"}"));
        PayeeYear payee = payee(
                List.of(OF_2026, OF_2027),
                deal("X", "C-1", "2026-06-10", "1000"),
                deal("X", "R-1", "2026-09-10", "-400"),
                deal("X", "R-2", "2027-03-10", "-600"));

        // 9 of 12 months of 40 of 100; what was held back of it is not earned any more
        assertThat(Amounts.number(statement(plan, "2026-09-01", payee).total())).isEqualByComparingTo("-30");
        assertThat(steps(plan, "2026-06-01", payee)).containsExactly("X RESERVE -50");
        assertThat(steps(plan, "2026-09-01", payee)).containsExactly("X RESERVE 15");
        assertThat(steps(plan, "2027-02-01", payee)).containsExactly("X RELEASE 35");
        // 3 of 12 months of 60 of 100
        assertThat(Amounts.number(statement(plan, "2027-03-01", payee).total())).isEqualByComparingTo("-15");
        assertThat(steps(plan, "2027-03-01", payee)).containsExactly("X RESERVE 7.5", "X RELEASE -7.5");
    }

    @Test
    void whoDoesNotSayWhatTheQuotaWasIsToldThatTheReleaseIsUnknown() {
        CommissionPlan plan = lasting("2028-01-01", TIERS + holdback("{\"kind\": \"after\", \"period\": \"P3M\"}"));
        PayeeYear payee = payee(List.of(OF_2027), deal("X", "C-1", "2026-11-10", "1500"));

        assertThat(CommissionCalculator.of(plan)
                        .calculate(month("2027-02-01"), payee, AsOf.date("2027-02-28"))
                        .findings())
                .extracting(Finding::code, Finding::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "commission.deal.earlier",
                        "deals from 2026-11-10 on are released, taken back or drawn on in 2027-02, but what they earned is"
                                + " unknown: no quota of bookings holds for all of 2026-11-10 (from 2026-11-10 to"
                                + " before 2026-11-11)"));
        // Nothing is released there, so that nobody has to know.
        assertThat(steps(plan, "2027-01-01", payee)).isEmpty();
    }

    @Test
    void anEstimateKnowsWhatItReleases() {
        CommissionPlan plan =
                lasting("2028-01-01", flat("10%") + holdback("{\"kind\": \"event\", \"measure\": \"cash\"}"));
        PayeeYear payee = payee(List.of(OF_2026, OF_2027), deal("X", "C-1", "2026-11-10", "800"));
        AsOf asOf = AsOf.date("2027-02-28");
        CommissionCalculator calculator = CommissionCalculator.of(plan);
        Estimator estimator =
                calculator.estimator(month("2027-02-01"), payee, asOf).orThrow();

        Credit paid = cash("X", "P-1", "2027-02-20", "400");
        assertThat(steps(estimator.with(paid).orThrow())).containsExactly("X RELEASE 20");
        assertThat(steps(estimator.with(deal("Z", "C-9", "2027-02-03", "10")).orThrow()))
                .containsExactly("Z RESERVE -0.5");
        assertThat(steps(estimator.with(deal("Z", "C-9", "2026-12-03", "10")).orThrow()))
                .isEmpty();
    }
}
