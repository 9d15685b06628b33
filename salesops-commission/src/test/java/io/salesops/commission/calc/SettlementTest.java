package io.salesops.commission.calc;

import static io.salesops.commission.calc.WorkedPlans.FY2026;
import static io.salesops.commission.calc.WorkedPlans.credit;
import static io.salesops.commission.calc.WorkedPlans.flat;
import static io.salesops.commission.calc.WorkedPlans.month;
import static io.salesops.commission.calc.WorkedPlans.number;
import static io.salesops.commission.calc.WorkedPlans.ofRule;
import static io.salesops.commission.calc.WorkedPlans.payable;
import static io.salesops.commission.calc.WorkedPlans.plan;
import static io.salesops.commission.calc.WorkedPlans.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.statement.SettlementStep;
import io.salesops.commission.statement.Statement;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws, guarantees, holdbacks and clawbacks: what is paid out of what was earned, and when. */
class SettlementTest {
    private static final String EARNED = flat("100%");

    private static String draw(String recovery, String more) {
        return ", {\"kind\": \"draw\", \"id\": \"draw\", \"amount\": \"2000\", \"every\": \"P1M\", \"recovery\": \""
                + recovery + "\"" + more + "}";
    }

    private static PayeeYear monthly(String... gross) {
        PayeeYear.Builder payee = PayeeYear.builder().payee(PayeeId.of("ana"));
        for (int i = 0; i < gross.length; i++) {
            payee.addCredits(credit("C-" + i, LocalDate.of(2026, 1 + i, 15).toString(), gross[i]));
        }
        return payee.build();
    }

    private static List<String> payables(CommissionPlan plan, PayeeYear payee, int months) {
        List<String> paid = new ArrayList<>();
        for (int month = 1; month <= months; month++) {
            paid.add(payable(statement(plan, month(month), payee))
                    .stripTrailingZeros()
                    .toPlainString());
        }
        return paid;
    }

    private static List<String> owed(Statement statement) {
        return statement.settlement().stream()
                .map(step -> step.kind() + " " + Amounts.number(step.amount()).toPlainString() + " "
                        + step.owed()
                                .map(owed -> Amounts.number(owed).toPlainString())
                                .orElse("-"))
                .toList();
    }

    @Test
    void aRecoverableDrawIsPaidBackFromWhatExceedsIt() {
        CommissionPlan plan = plan(EARNED + draw("recoverable", ""));
        PayeeYear payee = monthly("2750", "3000", "1500", "2375", "3000", "2750");

        assertThat(payables(plan, payee, 6)).containsExactly("2750", "3000", "2000", "2000", "2875", "2750");
        assertThat(owed(statement(plan, month(3), payee))).containsExactly("DRAW_ADVANCE 500 500");
        assertThat(owed(statement(plan, month(4), payee))).containsExactly("RECOVERY -375 125");
        assertThat(owed(statement(plan, month(5), payee))).containsExactly("RECOVERY -125 0");
        assertThat(statement(plan, month(6), payee).settlement()).isEmpty();
    }

    @Test
    void aNonRecoverableDrawOwesNothing() {
        CommissionPlan plan = plan(EARNED + draw("nonRecoverable", ""));
        PayeeYear payee = monthly("800", "3000");

        assertThat(payables(plan, payee, 2)).containsExactly("2000", "3000");
        assertThat(owed(statement(plan, month(1), payee))).containsExactly("DRAW_ADVANCE 1200 -");
    }

    @Test
    void whatIsOwedWhenADrawEndsIsForgivenIfThePlanSaysSo() {
        CommissionPlan plan = plan(
                EARNED + draw("forgiven", ", \"effective\": {\"from\": \"2026-01-01\", \"before\": \"2026-04-01\"}"));
        PayeeYear payee = monthly("1000", "2500", "1000", "5000");

        assertThat(payables(plan, payee, 4)).containsExactly("2000", "2000", "2000", "5000");
        assertThat(owed(statement(plan, month(3), payee))).containsExactly("DRAW_ADVANCE 1000 1500", "FORGIVENESS 0 0");
        assertThat(statement(plan, month(4), payee).settlement()).isEmpty();
    }

    @Test
    void anOpeningBalanceIsPaidBackFirst() {
        CommissionPlan plan = plan(EARNED + draw("recoverable", ""));
        PayeeYear payee = PayeeYear.builder()
                .from(monthly("2600"))
                .putOwed("draw", Amounts.of("400", "USD"))
                .build();

        assertThat(owed(statement(plan, month(1), payee))).containsExactly("RECOVERY -400 0");
    }

    @Test
    void aDrawIsSettledOnlyWhenItsPeriodHasEnded() {
        CommissionPlan plan = plan(EARNED + draw("recoverable", "").replace("P1M", "P3M"));
        PayeeYear payee = monthly("500", "500", "500", "500");

        assertThat(payables(plan, payee, 3)).containsExactly("500", "500", "1000");
        assertThat(statement(plan, month(4), payee).settlement()).isEmpty();
        assertThat(statement(plan, FY2026, payee).settlement())
                .extracting(SettlementStep::subject)
                .contains("from 2026-01-01 to before 2026-04-01");
    }

    @Test
    void aGuaranteeLiftsPayAndADrawSeesWhatItAdds() {
        CommissionPlan plan = plan(EARNED
                + ", {\"kind\": \"guarantee\", \"id\": \"least\", \"amount\": \"2500\", \"every\": \"P1M\","
                + " \"effective\": {\"from\": \"2026-01-01\", \"before\": \"2026-03-01\"}}"
                + draw("recoverable", ""));
        PayeeYear payee = monthly("1000", "3000", "1000");

        assertThat(payables(plan, payee, 3)).containsExactly("2500", "3000", "2000");
        assertThat(owed(statement(plan, month(1), payee))).containsExactly("GUARANTEE 1500 -");
        assertThat(owed(statement(plan, month(3), payee))).containsExactly("DRAW_ADVANCE 1000 1000");
    }

    @Test
    void employmentMovesTheFirstPeriodOfADraw() {
        CommissionPlan plan = plan(EARNED + draw("nonRecoverable", ""));
        PayeeYear hired = monthly("800", "1000").withEmployed(DateRange.from(LocalDate.of(2026, 1, 16)));

        assertThat(statement(plan, month(1), hired).settlement()).isEmpty();
        assertThat(statement(plan, month(2), hired).settlement())
                .extracting(SettlementStep::subject)
                .containsExactly("from 2026-01-16 to before 2026-02-16");
    }

    @Test
    void aDrawWhosePeriodBeganUnderTheQuotaOfLastYearIsSettledWhenItEnds() {
        CommissionPlan plan = plan(EARNED + draw("recoverable", ""))
                .withEffective(DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2028, 1, 1)));
        PayeeYear hired = PayeeYear.builder()
                .payee(PayeeId.of("ana"))
                .employed(DateRange.from(LocalDate.of(2026, 11, 15)))
                .addQuotas(WorkedPlans.quota("bookings", "100", "USD"))
                .addQuotas(WorkedPlans.quota("bookings", "100", "USD")
                        .withPeriod(DateRange.of(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1))))
                .addCredits(
                        credit("C-1", "2026-12-20", "500"),
                        credit("C-2", "2027-01-10", "300"),
                        credit("C-3", "2027-01-20", "2700"))
                .putOwed("draw", Amounts.of("100", "USD"))
                .build();

        assertThat(owed(statement(plan, monthOf("2027-01-01"), hired))).containsExactly("DRAW_ADVANCE 1200 1300");
        assertThat(owed(statement(plan, monthOf("2027-02-01"), hired))).containsExactly("RECOVERY -700 600");
    }

    @Test
    void aDrawSeesWhatMeasuresOfShorterQuotasEarnedInEarlierMonths() {
        CommissionPlan plan = plan(EARNED + ", " + flat("services", "services", "100%") + draw("recoverable", ""));
        PayeeYear.Builder payee = PayeeYear.builder()
                .payee(PayeeId.of("ana"))
                .addQuotas(WorkedPlans.quota("services", "100", "USD"))
                .addCredits(
                        credit("C-1", "2026-01-20", "1500"),
                        credit("S-1", "2026-01-21", "200", more -> more.withMeasure("services")),
                        credit("C-2", "2026-02-20", "2600"));
        for (int i = 1; i <= 2; i++) {
            payee.addQuotas(WorkedPlans.quota("bookings", "100", "USD").withPeriod(month(i).range()));
        }

        assertThat(owed(statement(plan, month(1), payee.build()))).containsExactly("DRAW_ADVANCE 300 300");
        assertThat(owed(statement(plan, month(2), payee.build()))).containsExactly("RECOVERY -300 0");
    }

    private static FiscalPeriod monthOf(String first) {
        LocalDate from = LocalDate.parse(first);
        return new FiscalPeriod(first.substring(0, 7), from, from.plusMonths(1));
    }

    private static String holdback(String release) {
        return ", {\"kind\": \"holdback\", \"id\": \"hold\", \"share\": \"1/3\", \"release\": " + release
                + ", \"on\": []}";
    }

    @Test
    void whatIsHeldBackIsReleasedOnItsDay() {
        CommissionPlan plan = plan(EARNED + holdback("{\"kind\": \"after\", \"period\": \"P30D\"}"));
        PayeeYear payee = monthly("1000");

        assertThat(payables(plan, payee, 3)).containsExactly("666.67", "333.33", "0");
        assertThat(owed(statement(plan, month(1), payee))).containsExactly("RESERVE -333.33 -");
        assertThat(owed(statement(plan, month(2), payee))).containsExactly("RELEASE 333.33 -");
        assertThat(payable(statement(plan, FY2026, payee))).isEqualByComparingTo("1000");
    }

    @Test
    void whatALimitTakesIsNotHeldBack() {
        String hold = ", {\"kind\": \"holdback\", \"id\": \"ID\", \"share\": \"100%\","
                + " \"release\": {\"kind\": \"on\", \"date\": \"2026-12-31\"}, \"on\": [\"ON\"]}";
        CommissionPlan plan = plan(EARNED + ", " + flat("more", "renewals", "100%")
                + ", {\"kind\": \"cap\", \"id\": \"cap\", \"limit\": \"900\", \"on\": []}"
                + hold.replace("ID", "one").replace("ON", "flat")
                + hold.replace("ID", "two").replace("ON", "more"));
        PayeeYear payee = PayeeYear.builder()
                .from(monthly("1000"))
                .addCredits(credit("C-9", "2026-01-20", "2000").withMeasure("renewals"))
                .build();
        Statement january = statement(plan, month(1), payee);

        assertThat(number(january)).isEqualByComparingTo("900");
        assertThat(payable(january)).isEqualByComparingTo("0");
        assertThat(payable(statement(plan, FY2026, payee))).isEqualByComparingTo("900");
    }

    @Test
    void paymentsReleaseInProportionAndNeverMoreThanWasHeld() {
        CommissionPlan plan = plan(EARNED + holdback("{\"kind\": \"event\", \"measure\": \"cash\"}"));
        Credit half = credit("P-1", "2026-02-10", "500").withSource("C-0").withMeasure("cash");
        Credit more = credit("P-2", "2026-03-10", "800").withSource("C-0").withMeasure("cash");
        Credit other = credit("P-3", "2026-03-11", "800").withSource("C-9").withMeasure("cash");
        PayeeYear payee = PayeeYear.builder()
                .from(monthly("1000"))
                .addCredits(half, more, other)
                .build();

        assertThat(payables(plan, payee, 3)).containsExactly("666.67", "166.67", "166.66");
        assertThat(statement(plan, month(3), payee).omitted().get(0).reason()).isEqualTo("releases what was held back");
    }

    @Test
    void aRefundTakesBackWhatWasHeldOfItsDeal() {
        CommissionPlan plan = plan(EARNED + holdback("{\"kind\": \"on\", \"date\": \"2026-12-31\"}"));
        PayeeYear payee = PayeeYear.builder()
                .from(monthly("900"))
                .addCredits(credit("R-1", "2026-02-10", "-900").withSource("C-0"))
                .build();

        assertThat(payables(plan, payee, 2)).containsExactly("600", "-600");
        assertThat(payable(statement(plan, FY2026, payee))).isEqualByComparingTo("0");
    }

    @ParameterizedTest(name = "cancelled on {0}: {1}")
    @CsvSource({
        "2026-01-20, -1000.00",
        "2026-04-14, -1000.00",
        "2026-04-15, -500.00",
        "2026-07-14, -500.00",
        "2026-07-15, -250.00",
        "2026-12-31, -250.00"
    })
    void aLadderTakesBackLessTheLaterADealIsCancelled(String day, String back) {
        CommissionPlan plan = plan(flat("10%")
                + ", {\"kind\": \"clawback\", \"id\": \"back\", \"mode\": \"ladder\", \"steps\": ["
                + "{\"upToMonth\": 3, \"rate\": \"100%\"}, {\"upToMonth\": 6, \"rate\": \"50%\"},"
                + " {\"upToMonth\": 12, \"rate\": \"25%\"}]}");
        Statement statement = statement(
                plan,
                credit("C-1", "2026-01-15", "10000"),
                credit("R-1", day, "-10000").withSource("C-1"),
                credit("R-2", "2026-12-31", "-5000").withSource("C-1"));

        assertThat(ofRule(statement, "back")).isEqualByComparingTo(back);
        // The attainment stands, and a deal is cancelled once only.
        assertThat(statement.attainments().get("bookings"))
                .satisfies(attainment -> assertThat(attainment == null ? null : attainment.after())
                        .isEqualTo(Amounts.of("10000.00", "USD")));
    }

    @Test
    void proRataTakesBackTheMonthsThatDidNotRunOfWhatWasCancelled() {
        CommissionPlan plan = plan(flat("10%")
                + ", {\"kind\": \"clawback\", \"id\": \"back\", \"mode\": \"proRata\", \"steps\": [], \"months\": 12}");
        Statement statement = statement(
                plan,
                credit("C-1", "2026-01-15", "10000"),
                credit("R-1", "2026-07-15", "-4000").withSource("C-1"),
                credit("R-2", "2026-09-01", "-700").withSource("C-9"));

        assertThat(ofRule(statement, "back")).isEqualByComparingTo("-200");
        // A refund of a deal that is not known takes back at the rate of the plan.
        assertThat(number(statement)).isEqualByComparingTo(new BigDecimal("1000").subtract(new BigDecimal("270")));
    }
}
