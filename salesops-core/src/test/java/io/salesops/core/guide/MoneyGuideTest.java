package io.salesops.core.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Allocation;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Conversion;
import io.salesops.core.money.CurrencyMismatchException;
import io.salesops.core.money.DatedRate;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RateTable;
import io.salesops.core.money.Rational;
import io.salesops.core.money.ResidueOwner;
import io.salesops.core.money.RoundingPolicy;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;

/** The snippets of docs/guide/money.md, as they stand there. */
class MoneyGuideTest {

    @Test
    void rates() {
        // snippet:rates
        MonetaryAmount base = Amounts.of("696.22", "EUR");
        MonetaryAmount tax = Rate.of("25%").of(base, RoundingPolicy.halfUp()); // EUR 174.06, from 174.055
        Rate third = Rate.of("1/3"); // exact, and written "1/3" again
        // end
        assertThat(tax).isEqualTo(Amounts.of("174.06", "EUR"));
        assertThat(third).hasToString("1/3");
    }

    @Test
    void policies() {
        // snippet:policies
        RoundingPolicy cents = RoundingPolicy.halfEven(); // to the currency's decimals: JPY 0, USD 2, KWD 3
        RoundingPolicy unitPrices =
                RoundingPolicy.builder().mode(RoundingMode.HALF_UP).scale(6).build();
        MonetaryAmount exact = Amounts.of("0.0000125", "USD");
        MonetaryAmount price = unitPrices.round(exact); // USD 0.000013
        // end
        assertThat(price).isEqualTo(Amounts.of("0.000013", "USD"));
        assertThat(cents.round(exact)).isEqualTo(Amounts.of("0", "USD"));
    }

    @Test
    void allocation() {
        // snippet:allocation
        Map<String, Rational> weights =
                Map.of("hardware", Rational.of(7), "licence", Rational.of(2), "support", Rational.of(1));
        Allocation<String> discount = Allocation.of(Amounts.of("0.25", "EUR"), weights, RoundingPolicy.halfUp());
        MonetaryAmount hardware = discount.share("hardware"); // EUR 0.18 of exactly 0.175
        Rational residue = discount.residue("hardware"); // -0.005
        // end
        assertThat(hardware).isEqualTo(Amounts.of("0.18", "EUR"));
        assertThat(residue).isEqualTo(Rational.of("-0.005"));
        assertThat(discount.share("licence")).isEqualTo(Amounts.of("0.05", "EUR"));
        assertThat(discount.share("support")).isEqualTo(Amounts.of("0.02", "EUR"));
    }

    @Test
    void owner() {
        // snippet:owner
        RoundingPolicy policy = RoundingPolicy.builder()
                .residue(ResidueOwner.NAMED_KEY)
                .residueKey("house")
                .build();
        Allocation<String> split = Allocation.of(
                Amounts.of("100.00", "USD"),
                Map.of("ana", Rational.of(1), "ben", Rational.of(1), "house", Rational.of(1)),
                policy);
        MonetaryAmount house = split.share("house"); // USD 33.34; ana and ben get 33.33
        // end
        assertThat(house).isEqualTo(Amounts.of("33.34", "USD"));
        assertThat(split.share("ana")).isEqualTo(Amounts.of("33.33", "USD"));
    }

    @Test
    void conversion() {
        // snippet:conversion
        CurrencyUnit eur = Monetary.getCurrency("EUR");
        CurrencyUnit jpy = Monetary.getCurrency("JPY");
        LocalDate day = LocalDate.parse("2026-03-31");
        RateTable rates = RateTable.builder()
                .id("plan 2026")
                .addRates(new DatedRate(eur, jpy, LocalDate.parse("2026-01-01"), Rational.of("163.52"), "treasury"))
                .build();
        Conversion conversion = rates.convert(Amounts.of("59.97", "EUR"), jpy, day, RoundingPolicy.halfUp())
                .orThrow();
        MonetaryAmount yen = conversion.converted(); // JPY 9806, of exactly 9806.2944
        String by = conversion.rate().orElseThrow().toString(); // 1 EUR = 163.52 JPY on 2026-01-01 (treasury)
        // end
        assertThat(yen).isEqualTo(Amounts.of("9806", "JPY"));
        assertThat(by).isEqualTo("1 EUR = 163.52 JPY on 2026-01-01 (treasury)");

        // snippet:unknown-rate
        Checked<Conversion> back = rates.convert(yen, eur, day, RoundingPolicy.halfUp());
        List<Finding> why = back.findings(); // money.rate.unknown: the table has no rate from JPY to EUR
        // end
        assertThat(back.value()).isEmpty();
        assertThat(why).extracting(Finding::code).containsExactly("money.rate.unknown");
    }

    @Test
    void mixing() {
        MonetaryAmount dollars = Amounts.of("1", "USD");
        MonetaryAmount euros = Amounts.of("1", "EUR");
        assertThatThrownBy(() -> {
                    // snippet:mixing
                    Amounts.sum(List.of(euros, dollars), euros.getCurrency()); // CurrencyMismatchException
                    // end
                })
                .isInstanceOf(CurrencyMismatchException.class);
    }

    @Test
    void kernel() {
        // snippet:kernel
        long[] nets = {5_997, 12_000, 850};
        long[] shares = new long[nets.length];
        MoneyKernel.allocate(-500, nets, shares); // -159, -318, -23
        long commission = MoneyKernel.multiply(shares[0], 29, 400, RoundingMode.HALF_UP); // 7.25% of -159 is -12
        // end
        assertThat(shares).containsExactly(-159, -318, -23);
        assertThat(commission).isEqualTo(-12);
    }
}
