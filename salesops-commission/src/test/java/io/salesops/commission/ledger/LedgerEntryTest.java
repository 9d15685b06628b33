package io.salesops.commission.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.commission.plan.PayeeId;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.By;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LedgerEntryTest {
    private static final FiscalPeriod Q1 =
            new FiscalPeriod("FY2026-Q1", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1));
    private static final FiscalPeriod Q2 =
            new FiscalPeriod("FY2026-Q2", LocalDate.of(2026, 4, 1), LocalDate.of(2026, 7, 1));
    private static final LedgerEntry CLAWBACK = LedgerEntry.builder()
            .id(LedgerEntryId.of("E-1"))
            .kind(LedgerEntry.Kind.CLAWBACK)
            .payee(PayeeId.of("ana"))
            .component("new-business")
            .source("C-88")
            .origin(Q1)
            .postedIn(Q2)
            .amount(Amounts.of("-200.00", "USD"))
            .by(By.of("finance", "2026-06-30T09:00:00Z"))
            .build();

    @Test
    void jsonNamesKindAndPeriods() {
        assertThat(SalesOpsJson.write(CLAWBACK))
                .isEqualTo("{\"id\":\"E-1\",\"kind\":\"clawback\",\"payee\":\"ana\",\"component\":\"new-business\","
                        + "\"source\":\"C-88\","
                        + "\"origin\":{\"name\":\"FY2026-Q1\",\"from\":\"2026-01-01\",\"before\":\"2026-04-01\"},"
                        + "\"postedIn\":{\"name\":\"FY2026-Q2\",\"from\":\"2026-04-01\",\"before\":\"2026-07-01\"},"
                        + "\"amount\":{\"amount\":\"-200.00\",\"currency\":\"USD\"},"
                        + "\"by\":{\"who\":\"finance\",\"at\":\"2026-06-30T09:00:00Z\"}}");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThatThrownBy(() -> LedgerEntry.builder()
                        .from(CLAWBACK)
                        .component(" ")
                        .source("")
                        .origin(Q2)
                        .postedIn(Q1)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component of ledger entry E-1 must not be blank: ' '")
                .hasMessageContaining("source of ledger entry E-1 must not be blank: ''")
                .hasMessageContaining("posted in FY2026-Q1, origin FY2026-Q2");
        assertThatThrownBy(() -> LedgerEntryId.of(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ledger entry id must not be blank: ' '");
    }

    @Test
    void conditionsNameItsFields() {
        assertThat(LedgerEntry.KIND
                        .is(LedgerEntry.Kind.CLAWBACK)
                        .and(LedgerEntry.ID.is(LedgerEntryId.of("E-1")))
                        .and(LedgerEntry.PAYEE.is(PayeeId.of("ana")))
                        .and(LedgerEntry.COMPONENT.is("new-business"))
                        .and(LedgerEntry.SOURCE.startsWith("C-"))
                        .and(LedgerEntry.ORIGIN.below(Q2))
                        .and(LedgerEntry.POSTED_IN.is(Q2))
                        .and(LedgerEntry.AMOUNT.below(Amounts.of("0", "USD")))
                        .test(CLAWBACK))
                .isEqualTo(Truth.TRUE);
    }
}
