package io.salesops.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rational;
import io.salesops.core.pipeline.MavenDeals;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The recommended method on a published export, as of earlier days. */
@NeedsData
class MavenForecastTest {
    private static final FiscalCalendar CALENDAR = FiscalCalendar.startingIn(Month.JANUARY);
    private static final List<FiscalPeriod> QUARTERS =
            List.of(CALENDAR.quarter(2017, 2), CALENDAR.quarter(2017, 3), CALENDAR.quarter(2017, 4));

    @Test
    void errorsStayBelowTheirBounds() {
        Forecaster forecaster = Forecaster.of(MavenDeals.process());
        Map.of(0, "0.15", 30, "0.07", 60, "0.04").forEach((day, most) -> {
            Backtest test = forecaster.backtest(QUARTERS, List.of(day), MavenDeals.priced(), AsOf.date("2017-12-31"));
            assertThat(test.accuracy().wape().orElseThrow().value()).isLessThanOrEqualTo(Rational.of(most));
        });
    }

    /** Everything that was known later is taken away: stage, close date and what came. */
    @Test
    void nothingIsSeenAhead() {
        LocalDate day = LocalDate.parse("2017-08-15");
        ImmutableList<Opportunity> deals = MavenDeals.priced();
        ImmutableList<Opportunity> known = deals.stream()
                .filter(deal ->
                        deal.engagedOn().filter(began -> began.isAfter(day)).isEmpty())
                .map(deal ->
                        deal.closeDate().filter(closed -> closed.isAfter(day)).isPresent()
                                ? deal.withStage("Engaging")
                                        .withCloseDate(Optional.empty())
                                        .withAmount(Optional.empty())
                                : deal)
                .collect(ImmutableList.toImmutableList());
        Forecaster forecaster = Forecaster.of(MavenDeals.process());
        Forecast seeing = forecaster.forecast(CALENDAR.quarter(2017, 3), deals, AsOf.date(day));
        Forecast blind = forecaster.forecast(CALENDAR.quarter(2017, 3), known, AsOf.date(day));
        // The naive methods by stage need the stage of the day, which the export does not hold.
        assertThat(SalesOpsJson.write(plain(blind))).isEqualTo(SalesOpsJson.write(plain(seeing)));
    }

    private static Forecast plain(Forecast forecast) {
        return forecast.withComputedFrom(
                        forecast.computedFrom().withInputs(com.google.common.collect.ImmutableMap.of()))
                .withMethods(com.google.common.collect.ImmutableSortedMap.of(
                        ForecastMethod.COMBINED,
                        java.util.Objects.requireNonNull(forecast.methods().get(ForecastMethod.COMBINED))));
    }
}
