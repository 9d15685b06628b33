package io.salesops.commission.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.commission.testkit.CreditArbitraries;
import io.salesops.commission.testkit.CreditExchangeArbitraries;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

class CreditConverterTest {
    private static final AsOf END = CreditArbitraries.END.rates(CreditExchangeArbitraries.rates());
    private static final Credit MAY =
            Credit.of("C-1", "ana", "2026-05-10", Amounts.of("10.05", "USD")).withMargin(Amounts.of("-1.05", "USD"));

    @Test
    void eachDayHasItsRate() {
        ExchangeDay plan = new ExchangeDay.PlanRate(LocalDate.of(2026, 1, 1));
        ExchangeDay yearEnd =
                new ExchangeDay.PeriodEnd(FiscalCalendar.startingIn(Month.JANUARY), FiscalPeriod.Kind.YEAR);

        assertThat(convert(plan, MAY).explain()).isEqualTo("""
                EUR 9.15  credits in EUR by example v1
                  +9.15  C-1, USD 10.05 at 0.91 of 2026-01-01  [example 1 /on]  residue -0.0045""");
        assertThat(convert(new ExchangeDay.EventDate(), MAY).credits())
                .containsExactly(MAY.withAmount(Amounts.of("9.35", "EUR")).withMargin(Amounts.of("-0.98", "EUR")));
        assertThat(convert(yearEnd, MAY).explain()).contains("+9.75", "at 0.97 of 2026-12-31");
        assertThat(convert(plan, MAY).computedFrom().lookups())
                .containsExactly("1 USD = 0.91 EUR on 2026-01-01 (generated)");
    }

    @Test
    void aRefundIsTheMirrorImageOfItsSale() {
        Credit refund = MAY.withAmount(MAY.amount().negate()).withId(CreditId.of("R-1"));
        ConvertedCredits both = convert(new ExchangeDay.EventDate(), MAY, refund);
        assertThat(both.credits().get(1).amount())
                .isEqualTo(both.credits().get(0).amount().negate());
        assertThat(both.explain()).startsWith("EUR 0.00");
    }

    @Test
    void aMissingRateIsAFindingThatNamesTheDay() {
        ConvertedCredits converted = convert(
                new ExchangeDay.EventDate(),
                MAY,
                MAY.withDate(LocalDate.of(2025, 12, 31)).withId(CreditId.of("C-2")));
        assertThat(converted.credits()).hasSize(1);
        assertThat(converted.omitted()).containsExactly(Omission.of("without exchange rate", List.of("C-2"), 5));
        assertThat(converted.findings()).extracting(Finding::code).containsExactly("commission.exchange.missing");
        assertThat(converted.findings().get(0).message()).contains("C-2", "USD 10.05", "2025-12-31");
    }

    @Test
    void aCurrencyWithoutMinorUnitsNeedsAScale() {
        CreditExchange gold = exchange(new ExchangeDay.EventDate()).withCurrency(Monetary.getCurrency("XAU"));
        assertThatThrownBy(() -> CreditConverter.of(gold))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("commission.exchange.scale");
    }

    private static ConvertedCredits convert(ExchangeDay on, Credit... credits) {
        return CreditConverter.of(exchange(on)).convert(List.of(credits), END);
    }

    private static CreditExchange exchange(ExchangeDay on) {
        return CreditExchange.builder()
                .id("example")
                .version("1")
                .currency(Monetary.getCurrency("EUR"))
                .on(on)
                .build();
    }
}
