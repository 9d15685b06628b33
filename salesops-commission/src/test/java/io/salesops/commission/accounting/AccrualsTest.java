package io.salesops.commission.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.commission.ledger.LedgerEntryId;
import io.salesops.commission.ledger.LedgerView;
import io.salesops.commission.ledger.Payouts;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.core.crm.By;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RoundingPolicy;
import java.util.ArrayList;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;

class AccrualsTest {
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final By FINANCE = By.of("finance", "2026-02-28T12:00:00Z");

    private static LedgerEntry entry(Kind kind, int month, String amount) {
        return LedgerEntry.builder()
                .id(LedgerEntryId.of(kind + " " + month))
                .kind(kind)
                .payee(PayeeId.of("ana"))
                .component("new-business")
                .source("D-1")
                .origin(LedgerArbitraries.month(month))
                .postedIn(LedgerArbitraries.month(month))
                .amount(Amounts.of(amount, "USD"))
                .by(FINANCE)
                .build();
    }

    /** Earned in January, held in part, paid in February, taken back in March: expense stands in the month of earning. */
    @Test
    void expenseStandsInThePeriodOfEarning() {
        List<LedgerEntry> ledger = new ArrayList<>();
        List<MonetaryAmount> accrued = new ArrayList<>();
        for (int month = 1; month <= 3; month++) {
            if (month == 1) {
                ledger.add(entry(Kind.EARNING, 1, "100.00"));
                ledger.add(entry(Kind.RESERVE, 1, "-30.00"));
            } else if (month == 2) {
                ledger.addAll(Payouts.due(LedgerView.of(ledger), LedgerArbitraries.month(2), "pay", FINANCE));
            } else {
                ledger.add(entry(Kind.CLAWBACK, 3, "-100.00"));
                ledger.add(entry(Kind.RELEASE, 3, "30.00"));
            }
            List<LedgerEntry> due =
                    Accruals.due(LedgerView.of(ledger), LedgerArbitraries.month(month), "accrue-" + month, FINANCE);
            ledger.addAll(due);
            accrued.add(LedgerView.of(ledger).balance(USD).accrued());
            assertThat(Accruals.due(LedgerView.of(ledger), LedgerArbitraries.month(month), "again", FINANCE))
                    .isEmpty();
        }
        assertThat(accrued)
                .containsExactly(Amounts.of("100.00", "USD"), Amounts.of("30.00", "USD"), Amounts.of("0.00", "USD"));
        assertThat(ledger)
                .filteredOn(each -> each.kind() == Kind.ACCRUAL || each.kind() == Kind.REVERSAL)
                .extracting(LedgerEntry::kind, LedgerEntry::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.ACCRUAL, Amounts.of("100.00", "USD")),
                        org.assertj.core.groups.Tuple.tuple(Kind.REVERSAL, Amounts.of("-70.00", "USD")),
                        org.assertj.core.groups.Tuple.tuple(Kind.REVERSAL, Amounts.of("-30.00", "USD")));
        assertThat(LedgerView.of(ledger).check()).isEmpty();
    }

    @Test
    void aBookWithChurnConvergesToItsLimit() {
        ResidualBook book = ResidualBook.builder()
                .newClients(10)
                .fee(Amounts.of("100.00", "USD"))
                .rate(Rate.of("5%"))
                .churn(Rate.of("50%"))
                .build();
        List<ResidualBook.Month> months = book.project(30, RoundingPolicy.halfUp());
        assertThat(months)
                .extracting(ResidualBook.Month::residual)
                .startsWith(Amounts.of("50.00", "USD"), Amounts.of("75.00", "USD"), Amounts.of("87.50", "USD"));
        assertThat(months.get(29).residual()).isEqualTo(Amounts.of("100.00", "USD"));
        assertThat(book.project(0, RoundingPolicy.halfUp())).isEmpty();
        assertThatThrownBy(() -> book.project(-1, RoundingPolicy.halfUp())).hasMessageContaining("0 to 600: -1");
        assertThatThrownBy(() -> new ResidualBook(-1, book.fee(), book.rate(), book.churn()))
                .hasMessageContaining("new clients must not be negative: -1");
        assertThatThrownBy(() -> new ResidualBook(1, book.fee(), book.rate(), Rate.of("101%")))
                .hasMessageContaining("churn must be 0% to 100%: 101%");
    }
}
