package io.salesops.commission.calc;

import static io.salesops.commission.calc.WorkedPlans.FY2026;
import static io.salesops.commission.calc.WorkedPlans.credit;
import static io.salesops.commission.calc.WorkedPlans.flat;
import static io.salesops.commission.calc.WorkedPlans.gate;
import static io.salesops.commission.calc.WorkedPlans.month;
import static io.salesops.commission.calc.WorkedPlans.number;
import static io.salesops.commission.calc.WorkedPlans.plan;
import static io.salesops.commission.calc.WorkedPlans.quota;
import static io.salesops.commission.calc.WorkedPlans.tiers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.salesops.commission.credit.Credit;
import io.salesops.commission.incremental.PlanVersions;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.DatedPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.statement.Statement;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan that changes on 1 July: 5% to quota and 8% beyond in the first half year, 10% and 20% in the second. */
class PlanChangeTest {
    private static final DateRange FIRST_HALF = DateRange.of("2026-01-01", "2026-07-01");
    private static final DateRange SECOND_HALF = DateRange.of("2026-07-01", "2027-01-01");
    private static final AsOf YEAR_END = AsOf.date("2026-12-31");
    private static final String CARRIES = ", \"conventions\": {\"change\": \"carriesOn\"}";
    private static final CommissionPlan FIRST =
            plan(tiers("marginal", "100%:5%", ":8%")).withEffective(FIRST_HALF);

    private static CommissionPlan second(String conventions) {
        return plan(conventions, tiers("marginal", "100%:10%", ":20%"))
                .withVersion("2")
                .withEffective(SECOND_HALF);
    }

    private static PayeeYear ana(Credit... credits) {
        return PayeeYear.builder()
                .payee(PayeeId.of("ana"))
                .addQuotas(quota("bookings", "1000", "USD"))
                .addCredits(credits)
                .build();
    }

    private static final Credit MARCH = credit("C-1", "2026-03-01", "900");
    private static final Credit AUGUST = credit("C-2", "2026-08-01", "300");

    private static List<Statement> statements(PayeeYear payee, FiscalPeriod period, CommissionPlan... versions) {
        return PlanVersions.of(List.of(versions))
                .calculate(period, payee, YEAR_END)
                .orThrow();
    }

    @Test
    void aVersionThatStartsAnewPaysAsIfTheYearBeganWithIt() {
        assertThat(statements(ana(MARCH, AUGUST), FY2026, FIRST, second("")))
                .extracting(
                        Statement::planVersion, statement -> number(statement).intValueExact())
                .containsExactly(tuple("1", 45), tuple("2", 30));
    }

    @Test
    void aVersionThatCarriesOnPaysFromWhereThePayeeStands() {
        List<Statement> year = statements(ana(MARCH, AUGUST), FY2026, FIRST, second(CARRIES));

        assertThat(year)
                .extracting(
                        Statement::planVersion, statement -> number(statement).intValueExact())
                .containsExactly(tuple("1", 45), tuple("2", 50));
        assertThat(year.get(1).explain()).isEqualTo("""
                        USD 50.00  ana, FY2026, plan example v2: attainment 120% (USD 1,200.00 of quota USD 1,000.00)
                          +10.00  tiers, to 100%: 10% of 100.00  [example 2 /rules/0/tiers/0]
                          +40.00  tiers, beyond: 20% of 200.00  [example 2 /rules/0/tiers/1]
                          residue 0; 1 credits counted, 1 of earlier periods in the attainment, 0 left out""");
        assertThat(year.get(1).lines().get(0).attainmentBefore()).hasToString("Optional[90%]");
    }

    @Test
    void aDealThatIsTakenBackIsTakenBackByTheVersionThatPaidIt() {
        Credit refund = credit("R-1", "2026-09-01", "-900").withSource("C-1");
        List<Statement> september = statements(ana(MARCH, AUGUST, refund), month(9), FIRST, second(CARRIES));

        // The second version's own deal moves down with the attainment: 300 at 10%, and no longer 50.
        assertThat(september)
                .extracting(
                        Statement::planVersion, statement -> number(statement).intValueExact())
                .containsExactly(tuple("1", -45), tuple("2", -20));
        assertThat(september.get(1).lines())
                .extracting(
                        line -> line.credit().value(),
                        line -> Amounts.number(line.amount()).intValueExact())
                .containsExactly(tuple("R-1", -20));
        assertThat(september.get(1).explain()).contains("deals of another plan: for the attainment only");
        assertThat(statements(ana(MARCH, AUGUST, refund), month(10), FIRST, second("")))
                .extracting(Statement::planVersion)
                .containsExactly("2");
    }

    @Test
    void whatAVersionHeldBackIsReleasedAfterItEnded() {
        CommissionPlan holding = plan(tiers("marginal", ":10%")
                        + ", {\"kind\": \"holdback\", \"id\": \"hold\", \"share\": \"50%\","
                        + " \"release\": {\"kind\": \"event\", \"measure\": \"cash\"}, \"on\": []}")
                .withEffective(FIRST_HALF);
        Credit cash = credit("P-1", "2026-10-05", "900").withSource("C-1").withMeasure("cash");

        assertThat(statements(ana(MARCH, cash), month(10), holding, second("")))
                .extracting(
                        Statement::planVersion, statement -> statement.payable().toString())
                .containsExactly(tuple("1", "USD 45"), tuple("2", "USD 0"));
    }

    @Test
    void aPayeeIsPaidOnTheDaysThatArePlansOfHisOwn() {
        CommissionPlan sdr = plan(flat("1%"));
        CommissionPlan ae = plan(CARRIES, tiers("marginal", "100%:10%", ":20%")).withId(PlanId.of("ae"));
        LocalDate promoted = LocalDate.of(2026, 5, 15);
        PayeeYear ana = ana(MARCH, AUGUST)
                .withPlans(
                        DatedPlan.of(sdr.id(), DateRange.before(promoted)),
                        DatedPlan.of(ae.id(), DateRange.from(promoted)));

        assertThat(number(WorkedPlans.statement(sdr, FY2026, ana))).isEqualByComparingTo("9");
        assertThat(number(WorkedPlans.statement(ae, FY2026, ana))).isEqualByComparingTo("50");
        Statement other = WorkedPlans.statement(ae.withId(PlanId.of("other")), FY2026, ana);
        assertThat(number(other)).isEqualByComparingTo("0");
        assertThat(other.findings()).extracting(Finding::code).containsExactly("commission.period.outside");
        assertThat(other.omitted().get(0).reason()).isEqualTo("outside the days of the plan");
    }

    @ParameterizedTest(name = "version {0} until {1}, version {2} from {3}")
    @CsvSource({"1, 2026-07-02, 2, 2026-07-01", "1, 2026-03-01, 1, 2026-07-01", ", 2026-03-01, , 2026-07-01"})
    void plansByDateThatContradictEachOtherAreRefused(String one, LocalDate before, String two, LocalDate from) {
        PayeeYear ana = ana(MARCH)
                .withPlans(
                        new DatedPlan(FIRST.id(), java.util.Optional.ofNullable(one), DateRange.before(before)),
                        new DatedPlan(FIRST.id(), java.util.Optional.ofNullable(two), DateRange.from(from)));
        Checked<Statement> refused = CommissionCalculator.of(FIRST).calculate(month(3), ana, YEAR_END);

        assertThat(refused.value()).isEmpty();
        assertThat(refused.findings()).extracting(Finding::code).contains("commission.payee.plans");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "retroactive, true",
        "wholeOverage, true",
        "interpolated, true",
        "marginal, false",
        "byCumulative, false"
    })
    void aPlanThatCarriesOnMustNotPayForAllRevenueByWhatIsReachedLater(String mode, boolean refused) {
        List<Finding> findings = CommissionCalculator.check(
                plan(CARRIES, tiers(mode, "100%:10%", mode.equals("interpolated") ? ":0%" : ":20%")));

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactlyElementsOf(refused ? List.of("commission.change.reopens") : List.of());
        assertThat(CommissionCalculator.check(plan(CARRIES, flat("5%") + ", " + gate("50%", "cliff"))))
                .extracting(Finding::path)
                .containsExactly("/rules/1");
        assertThat(CommissionCalculator.check(plan(CARRIES, flat("5%") + ", " + gate("50%", "marginal"))))
                .isEmpty();
    }

    @Test
    void whatIsOwedForADrawGoesOnInTheNextVersion() {
        String draw = ", {\"kind\": \"draw\", \"id\": \"draw\", \"amount\": \"1000\", \"every\": \"P1M\","
                + " \"recovery\": \"recoverable\"}";
        CommissionPlan first = WorkedPlans.plan(WorkedPlans.flat("100%") + draw)
                .withEffective(DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 1)));
        CommissionPlan second =
                first.withVersion("2").withEffective(DateRange.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1)));
        CommissionPlan third =
                first.withVersion("3").withEffective(DateRange.of(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 1, 1)));
        PlanVersions versions = PlanVersions.of(List.of(first, second, third));
        PayeeYear payee = PayeeYear.builder()
                .payee(io.salesops.commission.plan.PayeeId.of("ana"))
                .addQuotas(WorkedPlans.quota(WorkedPlans.TARGET, "1000", "USD"))
                .addCredits(
                        WorkedPlans.credit("C-1", "2026-01-10", "1500"),
                        WorkedPlans.credit("C-2", "2026-02-10", "700"),
                        WorkedPlans.credit("C-3", "2026-03-10", "1200"),
                        WorkedPlans.credit("C-4", "2026-04-10", "1600"))
                .putOwed("draw", Amounts.of("400", "USD"))
                .build();

        assertThat(java.util.stream.IntStream.rangeClosed(1, 4)
                        .mapToObj(WorkedPlans::month)
                        .flatMap(month ->
                                versions
                                        .calculate(
                                                month,
                                                payee,
                                                AsOf.date(month.before().minusDays(1)))
                                        .orThrow()
                                        .stream())
                        .flatMap(statement -> statement.settlement().stream())
                        .map(step -> Amounts.number(step.amount()).toPlainString() + " owed "
                                + Amounts.number(step.owed().orElseThrow()).toPlainString()))
                .containsExactly("-400 owed 0", "300 owed 300", "-200 owed 100", "-100 owed 0");
    }
}
