package io.salesops.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import java.time.LocalDate;
import java.util.Set;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.javamoney.moneta.CurrencyUnitBuilder;
import org.junit.jupiter.api.Test;

class RateTableTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final CurrencyUnit JPY = Monetary.getCurrency("JPY");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final RoundingPolicy HALF_UP = RoundingPolicy.halfUp();

    private static DatedRate rate(CurrencyUnit from, CurrencyUnit to, LocalDate date, String rate) {
        return new DatedRate(from, to, date, Rational.of(rate), "plan 2026");
    }

    private static RateTable table(DatedRate... rates) {
        return RateTable.builder().id("plan").addRates(rates).build();
    }

    @Test
    void convertsIntoTheDecimalsOfTheOtherCurrency() {
        RateTable table = table(rate(EUR, JPY, DAY, "163.52"), rate(JPY, EUR, DAY, "1/163.52"));
        Conversion yen =
                table.convert(Amounts.of("59.97", "EUR"), JPY, DAY, HALF_UP).orThrow();
        assertThat(yen.converted()).isEqualTo(Amounts.of("9806", "JPY"));
        assertThat(yen.residue()).isEqualTo(Rational.of("0.2944"));
        assertThat(yen.rate())
                .hasValueSatisfying(
                        used -> assertThat(used).hasToString("1 EUR = 163.52 JPY on 2026-03-31 (plan 2026)"));
        assertThat(table.convert(yen.converted(), EUR, DAY, HALF_UP).orThrow().converted())
                .isEqualTo(Amounts.of("59.97", "EUR"));
    }

    @Test
    void anAmountInTheCurrencyIsOnlyRounded() {
        Conversion same = RateTable.none()
                .convert(Amounts.of("1.005", "EUR"), EUR, DAY, HALF_UP)
                .orThrow();
        assertThat(same.converted()).isEqualTo(Amounts.of("1.01", "EUR"));
        assertThat(same.residue()).isEqualTo(Rational.of("-0.005"));
        assertThat(same.rate()).isEmpty();
    }

    @Test
    void neverGuessesFromOtherDaysOrDirections() {
        RateTable table = table(rate(EUR, USD, DAY, "1.08"));
        assertThat(table.rate(EUR, USD, DAY.minusDays(1))).isEmpty();
        assertThat(table.rate(USD, EUR, DAY)).isEmpty();
        Finding inverse = table.convert(Amounts.of("1", "USD"), EUR, DAY, HALF_UP)
                .findings()
                .get(0);
        assertThat(inverse.message()).contains("plan", "USD", "EUR", "2026-03-31");
        assertThat(inverse.evidence())
                .containsEntry("table", "plan")
                .containsEntry("from", "USD")
                .containsEntry("to", "EUR")
                .containsEntry("on", "2026-03-31");
        assertThat(inverse.remedy()).hasValueSatisfying(text -> assertThat(text).contains("inverse", "1.08"));
        Finding early = table.convert(Amounts.of("1", "EUR"), USD, DAY.minusDays(1), HALF_UP)
                .findings()
                .get(0);
        assertThat(early.remedy()).hasValueSatisfying(text -> assertThat(text).startsWith("Maybe add a rate"));
        assertThatThrownBy(() ->
                        table.convert(Amounts.of("1", "USD"), JPY, DAY, HALF_UP).orThrow())
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("money.rate.unknown");
    }

    @Test
    void refusesTwoRatesForOneDay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(rate(EUR, USD, DAY, "1.08"), rate(EUR, USD, DAY, "1.09")))
                .withMessageContaining("plan")
                .withMessageContaining("1.08")
                .withMessageContaining("1.09");
    }

    @Test
    void refusesRatesThatConvertNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(EUR, USD, DAY, "0"))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(EUR, USD, DAY, "-1"))
                .withMessageContaining("-1");
        CurrencyUnit other = CurrencyUnitBuilder.of("EUR", "elsewhere")
                .setDefaultFractionDigits(2)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(EUR, other, DAY, "1"))
                .withMessageContaining("two currencies");
    }

    @Test
    void ratesAreBuiltByName() {
        assertThat(DatedRate.builder()
                        .from(EUR)
                        .to(USD)
                        .date(DAY)
                        .rate(Rational.of("1.08"))
                        .source("plan 2026")
                        .build())
                .isEqualTo(rate(EUR, USD, DAY, "1.08"));
        assertThatThrownBy(() -> DatedRate.builder().from(EUR).build())
                .hasMessageContaining("to")
                .hasMessageContaining("date")
                .hasMessageContaining("rate")
                .hasMessageContaining("source");
    }

    @Test
    void aTableCanBeThePort() {
        RateTable table = table(rate(EUR, USD, DAY, "1.08"));
        ExchangeRates rates = (currencies, from, before) -> table;
        assertThat(rates.table(Set.of(EUR, USD), DAY, DAY.plusDays(1)).rate(EUR, USD, DAY))
                .isPresent();
    }

    @Test
    void aResultThatNoAmountCanHaveIsAFinding() {
        CurrencyUnit gold = Monetary.getCurrency("XAU");
        RateTable table = table(rate(EUR, gold, DAY, "0.0005"), rate(EUR, JPY, DAY, "1e200"));
        assertThat(table.convert(Amounts.of("1000", "EUR"), gold, DAY, HALF_UP).findings())
                .extracting(Finding::code)
                .containsExactly("money.scale.unknown");
        assertThat(table.convert(
                                Amounts.of("1000", "EUR"),
                                gold,
                                DAY,
                                RoundingPolicy.builder().scale(3).build())
                        .orThrow()
                        .converted())
                .isEqualTo(Amounts.of("0.5", "XAU"));
        assertThat(table.convert(Amounts.of("1e100", "EUR"), JPY, DAY, HALF_UP).findings())
                .extracting(Finding::code)
                .containsExactly("money.amount.digits");
    }

    @Test
    void aRateNamesAllOfItsFaults() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(EUR, EUR, DAY, "-1"))
                .withMessageContaining("must be positive: -1")
                .withMessageContaining("must join two currencies");
    }
}
