package io.salesops.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.finding.Finding;
import io.salesops.core.testkit.MoneyArbitraries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RateTableProperties {

    @Provide
    Arbitrary<RateTable> tables() {
        return MoneyArbitraries.rateTables();
    }

    @Provide
    Arbitrary<CurrencyUnit> currencies() {
        return MoneyArbitraries.currencies();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return MoneyArbitraries.days();
    }

    @Provide
    Arbitrary<MonetaryAmount> amounts() {
        return MoneyArbitraries.amounts();
    }

    @Provide
    Arbitrary<RoundingPolicy> policies() {
        return MoneyArbitraries.roundingPolicies();
    }

    @Property
    void aRateHoldsUntilTheNextOne(
            @ForAll("tables") RateTable table,
            @ForAll("currencies") CurrencyUnit from,
            @ForAll("currencies") CurrencyUnit to,
            @ForAll("days") LocalDate on) {
        assertThat(table.rate(from, to, on)).isEqualTo(search(table, from, to, on));
        for (DatedRate rate : table.rates()) {
            assertThat(table.rate(rate.from(), rate.to(), rate.date())).contains(rate);
            assertThat(table.rate(rate.from(), rate.to(), rate.date().minusDays(1)))
                    .isEqualTo(search(table, rate.from(), rate.to(), rate.date().minusDays(1)));
        }
    }

    @Property
    void theOrderOfRatesMeansNothing(@ForAll("tables") RateTable table, @ForAll long seed) {
        List<DatedRate> shuffled = new ArrayList<>(table.rates());
        Collections.shuffle(shuffled, new Random(seed));
        RateTable same =
                RateTable.builder().id(table.id()).addAllRates(shuffled).build();
        assertThat(same).isEqualTo(table).hasSameHashCodeAs(table).hasToString(table.toString());
    }

    @Property
    void convertsByTheRateOfTheDayAndNamesIt(
            @ForAll("tables") RateTable table,
            @ForAll("amounts") MonetaryAmount amount,
            @ForAll("currencies") CurrencyUnit to,
            @ForAll("days") LocalDate on,
            @ForAll("policies") RoundingPolicy rounding) {
        Optional<DatedRate> rate = search(table, amount.getCurrency(), to, on);
        Optional<Conversion> conversion =
                table.convert(amount, to, on, rounding).value();
        if (rate.isEmpty() && !amount.getCurrency().equals(to)) {
            assertThat(conversion).isEmpty();
            assertThat(table.convert(amount, to, on, rounding).findings())
                    .extracting(Finding::code)
                    .containsExactly("money.rate.unknown");
            return;
        }
        Rational exact = Amounts.exact(amount).times(rate.map(DatedRate::rate).orElse(Rational.ONE));
        assertThat(conversion).hasValueSatisfying(done -> {
            assertThat(done.original()).isEqualTo(amount);
            assertThat(done.rate()).isEqualTo(rate);
            assertThat(done.converted()).isEqualTo(rounding.round(exact, to));
            assertThat(Amounts.exact(done.converted()).plus(done.residue())).isEqualTo(exact);
        });
    }

    private static Optional<DatedRate> search(RateTable table, CurrencyUnit from, CurrencyUnit to, LocalDate on) {
        return table.rates().stream()
                .filter(rate -> rate.from().equals(from)
                        && rate.to().equals(to)
                        && !rate.date().isAfter(on))
                .max(Comparator.comparing(DatedRate::date));
    }
}
