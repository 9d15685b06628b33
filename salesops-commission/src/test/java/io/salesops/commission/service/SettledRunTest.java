package io.salesops.commission.service;

import static io.salesops.commission.service.Office.FINANCE;
import static io.salesops.commission.service.Office.credit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.salesops.commission.credit.Credit;
import io.salesops.commission.ledger.Balance;
import io.salesops.commission.ledger.HoldPolicy;
import io.salesops.commission.ledger.HoldRule;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.ledger.LedgerView;
import io.salesops.commission.ledger.Payouts;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Release;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A draw of 2,000 a month, posted and paid month by month. */
class SettledRunTest {
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final int[] EARNED = {2750, 3000, 1500, 2375, 3000, 2750};

    private final Office office = new Office();

    private static CommissionPlan plan(String recovery) {
        return SalesOpsJson.read("""
                        {"schema": "salesops/commission-plan/1", "id": "ae-2026", "version": "1",
                         "effective": {"from": "2026-01-01", "before": "2026-07-01"}, "currency": "USD",
                         "rules": [
                           {"kind": "flat", "id": "new-business", "measure": "bookings", "rate": "100%"},
                           {"kind": "draw", "id": "draw", "amount": "2000", "every": "P1M", "recovery": "RECOVERY"}]}""".replace("RECOVERY", recovery), CommissionPlan.class)
                .orThrow();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "recoverable, 2750 3000 2000 2000 2875 2750, 0 0 500 125 0 0",
        "nonRecoverable, 2750 3000 2000 2375 3000 2750, 0 0 0 0 0 0"
    })
    void aDrawIsPaidAndPaidBack(String recovery, String net, String owed) {
        CommissionRun runs = office.runs(RunPolicy.standard(), plan(recovery));
        List<String> paid = new ArrayList<>();
        List<String> balances = new ArrayList<>();
        for (int month = 1; month <= EARNED.length; month++) {
            FiscalPeriod period = LedgerArbitraries.month(month);
            office.add(
                    "ana",
                    credit("C-" + month, "ana", period.from().plusDays(9).toString(), EARNED[month - 1] + ".00"));
            runs.close("close-" + month, period, AsOf.date(period.before().minusDays(1)), FINANCE, Execution.here())
                    .orThrow();
            for (LedgerEntry payout : Payouts.due(office.ledger(), period, "pay-" + month, FINANCE)) {
                office.stores
                        .get(io.salesops.commission.ledger.Ledger.class)
                        .append(payout.payee(), office.ledger().entries().size(), List.of(payout));
                paid.add(plain(Amounts.number(payout.amount()).negate()));
            }
            LedgerView ledger = office.ledger();
            Balance balance = ledger.balance(USD);
            balances.add(plain(Amounts.number(balance.drawOwed())));
            assertThat(ledger.check()).isEmpty();
        }
        assertThat(String.join(" ", paid)).isEqualTo(net);
        assertThat(String.join(" ", balances)).isEqualTo(owed);
    }

    @Test
    void aGuaranteeIsPostedAsABonusAndFollowsWhatIsKnownLater() {
        CommissionPlan plan = SalesOpsJson.read("""
                        {"schema": "salesops/commission-plan/1", "id": "ae-2026", "version": "1",
                         "effective": {"from": "2026-01-01", "before": "2026-07-01"}, "currency": "USD",
                         "rules": [
                           {"kind": "flat", "id": "new-business", "measure": "bookings", "rate": "100%"},
                           {"kind": "guarantee", "id": "least", "amount": "2000", "every": "P1M"}]}""", CommissionPlan.class).orThrow();
        CommissionRun runs = office.runs(RunPolicy.standard(), plan);
        office.add("ana", credit("C-1", "ana", "2026-01-10", "500.00"));
        runs.close("jan", LedgerArbitraries.month(1), AsOf.date("2026-01-31"), FINANCE, Execution.here())
                .orThrow();
        office.add("ana", credit("C-2", "ana", "2026-01-20", "700.00"));
        PostedRun february = runs.run(
                        "feb", LedgerArbitraries.month(2), AsOf.date("2026-02-28"), FINANCE, Execution.here())
                .orThrow();

        assertThat(office.ledger().component("least").entries())
                .extracting(
                        LedgerEntry::kind,
                        entry -> entry.origin().name(),
                        entry -> entry.postedIn().name(),
                        entry -> plain(Amounts.number(entry.amount())))
                .containsExactly(
                        tuple(LedgerEntry.Kind.BONUS, "FY2026-M01", "FY2026-M01", "1500"),
                        tuple(LedgerEntry.Kind.BONUS, "FY2026-M01", "FY2026-M02", "-700"),
                        tuple(LedgerEntry.Kind.BONUS, "FY2026-M02", "FY2026-M02", "2000"));
        assertThat(february.version().totals()).containsExactly(Amounts.of("2000.00", "USD"));
        assertThat(office.ledger().balance(USD).drawOwed()).isEqualTo(Amounts.zero(USD));
    }

    @Test
    void aPolicyThatHoldsWithThePlanMoreThanAllIsRefusedBeforeAnythingRuns() {
        CommissionPlan plan = SalesOpsJson.read("""
                        {"schema": "salesops/commission-plan/1", "id": "ae-2026", "version": "1",
                         "effective": {"from": "2026-01-01", "before": "2026-07-01"}, "currency": "USD",
                         "rules": [
                           {"kind": "flat", "id": "new-business", "measure": "bookings", "rate": "100%"},
                           {"kind": "holdback", "id": "hold", "share": "60%", "on": [],
                            "release": {"kind": "event", "measure": "cash"}}]}""", CommissionPlan.class).orThrow();
        RunPolicy half = RunPolicy.builder()
                .holds(HoldPolicy.builder()
                        .id("refunds")
                        .version("1")
                        .addRules(HoldRule.of("50%", Release.Event.of("cash")))
                        .build())
                .build();

        assertThatThrownBy(() -> office.runs(half, plan))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining(
                        "holds 60% of what rule new-business pays, and policy refunds version 1 holds 50%");
    }

    @Test
    void whatAPlanHeldBackIsPostedWhenItIsReleasedAfterThePlanHasEnded() {
        CommissionPlan plan = SalesOpsJson.read("""
                        {"schema": "salesops/commission-plan/1", "id": "ae-2026", "version": "1",
                         "effective": {"from": "2026-01-01", "before": "2026-03-01"}, "currency": "USD",
                         "rules": [
                           {"kind": "flat", "id": "new-business", "measure": "bookings", "rate": "10%"},
                           {"kind": "holdback", "id": "hold", "share": "60%", "on": [],
                            "release": {"kind": "event", "measure": "cash"}}]}""", CommissionPlan.class).orThrow();
        CommissionRun runs = office.runs(RunPolicy.standard(), plan);
        office.add("ana", credit("C-1", "ana", "2026-02-10", "1000.00"));
        for (int month = 1; month <= 5; month++) {
            FiscalPeriod period = LedgerArbitraries.month(month);
            if (month == 4) {
                office.add("ana", cash("P-1", "2026-04-10", "500.00"));
            }
            if (month == 5) {
                office.add("ana", cash("P-2", "2026-04-20", "500.00"));
            }
            runs.close("close-" + month, period, AsOf.date(period.before().minusDays(1)), FINANCE, Execution.here())
                    .orThrow();
        }

        assertThat(office.ledger().component("hold").entries())
                .extracting(
                        LedgerEntry::kind,
                        entry -> entry.origin().name(),
                        entry -> entry.postedIn().name(),
                        entry -> plain(Amounts.number(entry.amount())))
                .containsExactly(
                        tuple(LedgerEntry.Kind.RESERVE, "FY2026-M02", "FY2026-M02", "-60"),
                        tuple(LedgerEntry.Kind.RELEASE, "FY2026-M04", "FY2026-M04", "30"),
                        tuple(LedgerEntry.Kind.RELEASE, "FY2026-M04", "FY2026-M05", "30"));
    }

    private static Credit cash(String id, String date, String amount) {
        return credit(id, "ana", date, amount).withSource("deal C-1").withMeasure("cash");
    }

    private static String plain(BigDecimal number) {
        return Amounts.plain(number).toPlainString();
    }
}
