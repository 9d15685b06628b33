package io.salesops.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.testkit.ForecastArbitraries;
import io.salesops.core.testkit.ForecastArbitraries.ForecastCase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ForecastProperties {

    @Provide
    Arbitrary<ForecastCase> cases() {
        return ForecastArbitraries.forecastCases();
    }

    @Provide
    Arbitrary<ForecastOptions> options() {
        return ForecastArbitraries.forecastOptions();
    }

    @Provide
    Arbitrary<Forecast> forecasts() {
        return ForecastArbitraries.forecasts();
    }

    private static Forecast forecast(ForecastCase given, ForecastOptions options, Iterable<Opportunity> deals) {
        return Forecaster.of(given.process(), options).forecast(given.period(), deals, given.asOf());
    }

    /** Everything but the fingerprint of the facts, which differ. */
    private static String figures(Forecast forecast) {
        return SalesOpsJson.write(forecast.withComputedFrom(
                forecast.computedFrom().withInputs(com.google.common.collect.ImmutableMap.of())));
    }

    @Property(tries = 150)
    void whatHappensAfterTheDayChangesNothing(
            @ForAll("cases") ForecastCase given, @ForAll("options") ForecastOptions options) {
        Instant end = given.asOf()
                .date()
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minusNanos(1);
        List<Opportunity> known = new ArrayList<>();
        for (Opportunity deal : given.deals()) {
            deal.asOf(end).orThrow().ifPresent(known::add);
        }
        assertThat(figures(forecast(given, options, known)))
                .isEqualTo(figures(forecast(given, options, given.deals())));
    }

    @Property(tries = 100)
    void orderHasNoMeaning(
            @ForAll("cases") ForecastCase given, @ForAll("options") ForecastOptions options, @ForAll Random random) {
        List<Opportunity> shuffled = new ArrayList<>(given.deals());
        Collections.shuffle(shuffled, random);
        assertThat(SalesOpsJson.write(forecast(given, options, shuffled)))
                .isEqualTo(SalesOpsJson.write(forecast(given, options, given.deals())));
    }

    @Property(tries = 100)
    void theMeanOfTheDistributionIsTheForecast(@ForAll("forecasts") Forecast forecast) {
        double expected = Amounts.number(forecast.expected()).doubleValue();
        double mean = Amounts.number(forecast.bookings().mean()).doubleValue();
        assertThat(mean).isCloseTo(expected, within(0.002 * Math.abs(expected) + 0.02));
    }

    @Property(tries = 100)
    void quantilesRiseAndFitTheChances(@ForAll("forecasts") Forecast forecast) {
        BigDecimal before = Amounts.number(forecast.quantile(Rate.ofPercent(1)));
        for (int percent = 5; percent < 100; percent += 5) {
            BigDecimal here = Amounts.number(forecast.quantile(Rate.ofPercent(percent)));
            assertThat(here).isGreaterThanOrEqualTo(before);
            assertThat(forecast.chanceOfAtLeast(forecast.quantile(Rate.ofPercent(percent))))
                    .isGreaterThanOrEqualTo(1 - percent / 100.0 - 1e-9);
            before = here;
        }
    }

    @Property(tries = 60)
    void tenTimesTheAmountsAreTenTimesTheForecast(@ForAll("cases") ForecastCase given) {
        ForecastOptions options = ForecastOptions.standard();
        ImmutableList<Opportunity> larger =
                given.deals().stream().map(ForecastProperties::tenfold).collect(ImmutableList.toImmutableList());
        double once = Amounts.number(forecast(given, options, given.deals()).expected())
                .doubleValue();
        double ten = Amounts.number(forecast(given, options, larger).expected()).doubleValue();
        assertThat(ten).isCloseTo(10 * once, within(1e-6 * Math.abs(once) + 3));
    }

    private static Opportunity tenfold(Opportunity deal) {
        return deal.withAmount(deal.amount().map(amount -> amount.multiply(10)))
                .withHistory(deal.history().stream()
                        .map(change -> change.field().equals("amount")
                                ? new io.salesops.core.crm.FieldChange(
                                        change.field(),
                                        change.before().map(ForecastProperties::tenfold),
                                        change.after().map(ForecastProperties::tenfold),
                                        change.by())
                                : change)
                        .collect(ImmutableList.toImmutableList()));
    }

    private static String tenfold(String amount) {
        int space = amount.indexOf(' ');
        return amount.substring(0, space + 1)
                + new BigDecimal(amount.substring(space + 1))
                        .multiply(BigDecimal.TEN)
                        .toPlainString();
    }
}
