package io.salesops.commission.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.core.crm.By;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.CurrencyMismatchException;
import java.time.Instant;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

class LedgerViewTest {
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final LedgerView LEDGER = LedgerView.of(List.of(
            entry("1", Kind.EARNING, "ana", "new-business", 1, 1, "100.00", "USD"),
            entry("2", Kind.BONUS, "ana", "spiff", 1, 1, "20.00", "USD"),
            entry("3", Kind.RESERVE, "ana", "new-business", 1, 1, "-30.00", "USD"),
            entry("4", Kind.DRAW_ADVANCE, "ana", "draw", 1, 1, "50.00", "USD"),
            entry("5", Kind.PAYOUT, "ana", "payout", 1, 1, "-140.00", "USD"),
            entry("6", Kind.RECOVERY, "ana", "draw", 1, 2, "-15.00", "USD"),
            entry("7", Kind.FORGIVENESS, "ana", "draw", 2, 2, "-5.00", "USD"),
            entry("8", Kind.RELEASE, "ana", "new-business", 1, 2, "10.00", "USD"),
            entry("9", Kind.ADJUSTMENT, "ana", "new-business", 2, 2, "7.00", "EUR"),
            entry("10", Kind.CLAWBACK, "ben", "new-business", 2, 2, "-40.00", "USD")
                    .withPlan(PlanId.of("am-2026")),
            entry("11", Kind.ACCRUAL, "ben", "accrual", 2, 2, "3.00", "USD")));

    private static LedgerEntry entry(
            String id, Kind kind, String payee, String component, int origin, int posted, String amount, String unit) {
        return LedgerEntry.builder()
                .id(LedgerEntryId.of(id))
                .kind(kind)
                .payee(PayeeId.of(payee))
                .component(component)
                .source("D-1")
                .origin(LedgerArbitraries.month(origin))
                .postedIn(LedgerArbitraries.month(posted))
                .amount(Amounts.of(amount, unit))
                .plan(PlanId.of("ae-2026"))
                .by(By.of("finance", "2026-0" + posted + "-28T12:00:00Z"))
                .build();
    }

    @Test
    void balancesAreOfWhatThePayeeIsOwed() {
        Balance ana = LEDGER.payee(PayeeId.of("ana")).balance(USD);
        assertThat(ana.earned()).isEqualTo(Amounts.of("120.00", "USD"));
        assertThat(ana.payable()).as("120 + 50 - 15 - 30 + 10 - 140").isEqualTo(Amounts.of("-5.00", "USD"));
        assertThat(ana.held()).isEqualTo(Amounts.of("20.00", "USD"));
        assertThat(ana.drawOwed()).as("50 - 15 - 5").isEqualTo(Amounts.of("30.00", "USD"));
        assertThat(ana.liability()).isEqualTo(Amounts.of("15.00", "USD"));
        assertThat(LEDGER.payee(PayeeId.of("ben")).balance(USD).accrued()).isEqualTo(Amounts.of("3.00", "USD"));
        assertThat(LEDGER.balances()).containsOnlyKeys(EUR, USD);
        assertThat(LEDGER.balances().keySet()).containsExactly(EUR, USD);
        assertThat(LEDGER.balance(Monetary.getCurrency("JPY")).liability().isZero())
                .isTrue();
        assertThatThrownBy(() -> new Balance(
                        ana.earned(),
                        ana.advanced(),
                        ana.recovered(),
                        ana.forgiven(),
                        ana.reserved(),
                        ana.released(),
                        ana.paid(),
                        Amounts.zero(EUR)))
                .isInstanceOf(CurrencyMismatchException.class);
    }

    @Test
    void viewsAreOfOnePayeeComponentPlanPeriodOrInstant() {
        assertThat(ids(LEDGER.component("draw"))).containsExactly("4", "6", "7");
        assertThat(ids(LEDGER.plan(PlanId.of("am-2026")))).containsExactly("10");
        assertThat(ids(LEDGER.origin(LedgerArbitraries.month(2)))).containsExactly("7", "9", "10", "11");
        assertThat(ids(LEDGER.postedIn(LedgerArbitraries.month(1)))).containsExactly("1", "2", "3", "4", "5");
        assertThat(LEDGER.postedUpTo(LedgerArbitraries.month(2)).entries()).isEqualTo(LEDGER.entries());
        assertThat(LEDGER.knownAt(Instant.parse("2026-02-28T12:00:00Z")).entries())
                .isEqualTo(LEDGER.entries());
        assertThat(ids(LEDGER.knownAt(Instant.parse("2026-02-28T11:59:59Z")))).containsExactly("1", "2", "3", "4", "5");
        assertThat(LEDGER.by(LedgerEntry::component))
                .containsOnlyKeys("accrual", "draw", "new-business", "payout", "spiff");
    }

    @Test
    void whatIsOwedIsPaidByCurrencyAndDebtsStay() {
        By by = By.of("finance", "2026-03-31T12:00:00Z");
        assertThat(Payouts.due(LEDGER, LedgerArbitraries.month(3), "pay", by))
                .extracting(
                        LedgerEntry::payee,
                        LedgerEntry::amount,
                        entry -> entry.id().value())
                .containsExactly(tuple(PayeeId.of("ana"), Amounts.of("-7.00", "EUR"), "pay/ana/EUR"));
    }

    private static List<String> ids(LedgerView view) {
        return view.entries().stream().map(entry -> entry.id().value()).toList();
    }
}
