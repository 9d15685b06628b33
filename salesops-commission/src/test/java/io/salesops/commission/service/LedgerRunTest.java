package io.salesops.commission.service;

import static io.salesops.commission.service.Office.FINANCE;
import static io.salesops.commission.service.Office.credit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.ledger.Ledger;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.commission.ledger.LedgerEntryId;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerRunTest {
    private static final FiscalPeriod JANUARY = LedgerArbitraries.month(1);
    private static final FiscalPeriod FEBRUARY = LedgerArbitraries.month(2);

    private final Office office = new Office();
    private final CommissionRun runs = office.runs(RunPolicy.standard(), Office.flat("1", "10%"));
    private final LedgerRun ledger = LedgerRun.of(office.stores);

    private void earn(int month, String key) {
        FiscalPeriod period = LedgerArbitraries.month(month);
        runs.run(key, period, AsOf.date(period.before().minusDays(1)), FINANCE, Execution.here())
                .orThrow();
    }

    private ImmutableList<LedgerEntry> of(Kind kind) {
        return office.ledger().where(entry -> entry.kind() == kind).entries();
    }

    @Test
    void whoIsOwedIsPaidOnceUnderAKey() {
        office.add("ana", credit("C-1", "ana", "2026-01-10", "1000.00"));
        office.add("ben", credit("C-2", "ben", "2026-01-10", "500.00"));
        office.add("cho", credit("C-3", "cho", "2026-01-10", "-500.00"));
        earn(1, "jan");
        PostedEntries paid = ledger.pay("pay-jan", JANUARY, FINANCE).orThrow();
        office.add("ana", credit("C-4", "ana", "2026-01-11", "100.00"));
        earn(1, "jan-2");
        PostedEntries again = ledger.pay("pay-jan", JANUARY, FINANCE).orThrow();
        PostedEntries rest = ledger.pay("pay-jan-2", JANUARY, FINANCE).orThrow();

        assertThat(paid.entries())
                .extracting(LedgerEntry::payee, LedgerEntry::amount, LedgerEntry::run)
                .containsExactly(
                        tuple(PayeeId.of("ana"), Amounts.of("-100.00", "USD"), java.util.Optional.of("pay-jan")),
                        tuple(PayeeId.of("ben"), Amounts.of("-50.00", "USD"), java.util.Optional.of("pay-jan")));
        assertThat(again).isEqualTo(paid.withRepeated(true));
        assertThat(rest.entries()).extracting(LedgerEntry::amount).containsExactly(Amounts.of("-10.00", "USD"));
        assertThat(of(Kind.PAYOUT)).hasSize(3);
        assertThat(office.ledger().check()).isEmpty();
    }

    @Test
    void accrualsFollowWhatIsOwedAtTheEndOfThePeriod() {
        office.add("ana", credit("C-1", "ana", "2026-01-10", "1000.00"));
        earn(1, "jan");
        PostedEntries accrued = ledger.accrue("accrue-jan", JANUARY, FINANCE).orThrow();
        ledger.pay("pay-jan", FEBRUARY, FINANCE).orThrow();
        PostedEntries reversed = ledger.accrue("accrue-feb", FEBRUARY, FINANCE).orThrow();

        assertThat(accrued.entries())
                .extracting(LedgerEntry::kind, LedgerEntry::amount)
                .containsExactly(tuple(Kind.ACCRUAL, Amounts.of("100.00", "USD")));
        assertThat(reversed.entries())
                .extracting(LedgerEntry::kind, LedgerEntry::amount)
                .containsExactly(tuple(Kind.REVERSAL, Amounts.of("-100.00", "USD")));
        assertThat(ledger.accrue("accrue-feb", FEBRUARY, FINANCE).orThrow().repeated())
                .isTrue();
        Checked<PostedEntries> late = ledger.accrue("accrue-jan-2", JANUARY, FINANCE);
        assertThat(late.findings()).extracting(Finding::code).containsExactly("commission.ledger.late");
        assertThat(ledger.pay("pay-jan-2", JANUARY, FINANCE).findings().get(0).message())
                .isEqualTo("PAYOUT of ana was posted in FY2026-M02, after FY2026-M01");
    }

    @Test
    void aKeyStandsForOneThing() {
        office.add("ana", credit("C-1", "ana", "2026-01-10", "1000.00"));
        earn(1, "jan");
        ledger.pay("pay", JANUARY, FINANCE).orThrow();

        assertThatThrownBy(() -> ledger.pay("pay", FEBRUARY, FINANCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key pay has posted PAYOUT in FY2026-M01");
        assertThatThrownBy(() -> ledger.accrue("pay", JANUARY, FINANCE)).hasMessageContaining("key pay has posted");
        assertThatThrownBy(() -> ledger.pay("jan", JANUARY, FINANCE))
                .hasMessageContaining("key jan has posted EARNING");
        assertThatThrownBy(() -> ledger.pay(" ", JANUARY, FINANCE)).hasMessageContaining("must not be blank");
    }

    @Test
    void manyAtOncePayEverybodyOnce() {
        for (int payee = 0; payee < 5; payee++) {
            office.add("p" + payee, credit("C-" + payee, "p" + payee, "2026-01-10", "1000.00"));
        }
        earn(1, "jan");
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<PostedEntries>> all = IntStream.range(0, 8)
                    .mapToObj(run -> CompletableFuture.supplyAsync(
                            () -> ledger.pay("pay-" + run % 4, JANUARY, FINANCE).orThrow(), pool))
                    .toList();
            all.forEach(CompletableFuture::join);
        } finally {
            pool.shutdown();
        }

        assertThat(of(Kind.PAYOUT))
                .extracting(entry -> entry.payee().value())
                .containsExactly("p0", "p1", "p2", "p3", "p4");
    }

    @Test
    void whatPeoplePostedIsPaid() {
        Ledger store = office.stores.get(Ledger.class);
        PayeeId ana = PayeeId.of("ana");
        store.append(
                ana,
                0,
                List.of(LedgerEntry.builder()
                        .id(LedgerEntryId.of("E-1"))
                        .kind(Kind.ADJUSTMENT)
                        .payee(ana)
                        .component("goodwill")
                        .source("letter")
                        .origin(JANUARY)
                        .postedIn(JANUARY)
                        .amount(Amounts.of("7.50", "EUR"))
                        .by(FINANCE)
                        .build()));

        assertThat(ledger.pay("pay", JANUARY, FINANCE).orThrow().entries())
                .extracting(LedgerEntry::amount)
                .containsExactly(Amounts.of("-7.50", "EUR"));
    }
}
