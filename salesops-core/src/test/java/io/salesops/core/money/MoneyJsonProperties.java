package io.salesops.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.testkit.MoneyArbitraries;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written as JSON is read back equal. */
class MoneyJsonProperties {

    @Provide
    Arbitrary<MonetaryAmount> amounts() {
        return MoneyArbitraries.amounts();
    }

    @Provide
    Arbitrary<Rational> numbers() {
        return MoneyArbitraries.rationals();
    }

    @Provide
    Arbitrary<RoundingPolicy> policies() {
        return MoneyArbitraries.roundingPolicies();
    }

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

    @Property(tries = 200)
    void valuesAndDefinitions(
            @ForAll("amounts") MonetaryAmount amount,
            @ForAll("numbers") Rational number,
            @ForAll("policies") RoundingPolicy policy,
            @ForAll("tables") RateTable table) {
        assertRoundTrip(amount, MonetaryAmount.class);
        assertRoundTrip(number, Rational.class);
        assertRoundTrip(new Rate(number), Rate.class);
        assertRoundTrip(policy, RoundingPolicy.class);
        assertRoundTrip(table, RateTable.class);
    }

    @Property(tries = 200)
    void conversions(
            @ForAll("tables") RateTable table,
            @ForAll("amounts") MonetaryAmount amount,
            @ForAll("currencies") CurrencyUnit to,
            @ForAll("days") LocalDate on) {
        table.convert(amount, to, on, RoundingPolicy.halfUp())
                .value()
                .ifPresent(conversion -> assertRoundTrip(conversion, Conversion.class));
    }

    private static <T> void assertRoundTrip(T value, Class<T> type) {
        assertThat(SalesOpsJson.read(SalesOpsJson.write(value), type).orThrow()).isEqualTo(value);
    }
}
