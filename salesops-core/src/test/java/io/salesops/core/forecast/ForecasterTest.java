package io.salesops.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.DatedRate;
import io.salesops.core.money.RateTable;
import io.salesops.core.money.Rational;
import io.salesops.core.process.ForecastCategory;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.process.Stage;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecasterTest {
    private static final FiscalCalendar YEAR = FiscalCalendar.startingIn(Month.JANUARY);
    private static final FiscalPeriod QUARTER = YEAR.quarter(2026, 2);

    private static Stage stage(String id, ForecastCategory category, long percent, String... next) {
        return Stage.builder()
                .id(id)
                .category(category)
                .probability(io.salesops.core.money.Rate.ofPercent(percent))
                .addNext(next)
                .build();
    }

    private static final SalesProcess PROCESS = SalesProcess.builder()
            .id("simple")
            .version("1")
            .addStages(stage("Open", ForecastCategory.PIPELINE, 50, "Won", "Lost"))
            .addStages(stage("Won", ForecastCategory.CLOSED, 100))
            .addStages(stage("Lost", ForecastCategory.OMITTED, 0))
            .build();

    private static Opportunity deal(String id, String stage, String began, Optional<String> closed, String amount) {
        return Opportunity.builder()
                .id(OpportunityId.of(id))
                .stage(stage)
                .engagedOn(LocalDate.parse(began))
                .closeDate(closed.map(LocalDate::parse))
                .amount(Amounts.of(amount, "USD"))
                .build();
    }

    /** One deal a day for 400 days, each closed after 30 days, every second one as won. */
    private static List<Opportunity> steady() {
        List<Opportunity> deals = new ArrayList<>();
        LocalDate end = LocalDate.parse("2026-04-30");
        for (int i = 0; i < 400; i++) {
            LocalDate began = LocalDate.parse("2025-03-27").plusDays(i);
            LocalDate closed = began.plusDays(30);
            boolean open = closed.isAfter(end);
            deals.add(deal(
                    "D" + i,
                    open ? "Open" : i % 2 == 0 ? "Won" : "Lost",
                    began.toString(),
                    open ? Optional.empty() : Optional.of(closed.toString()),
                    "1000"));
        }
        return deals;
    }

    private static Forecast forecast(ForecastMethod method, List<Opportunity> deals, String day) {
        return Forecaster.of(PROCESS, ForecastOptions.builder().method(method).build())
                .forecast(QUARTER, deals, AsOf.date(day));
    }

    @Test
    void aSteadyMarketGoesOn() {
        for (ForecastMethod method : List.of(ForecastMethod.RUN_RATE, ForecastMethod.HAZARD, ForecastMethod.COMBINED)) {
            Forecast forecast = forecast(method, steady(), "2026-03-31");
            assertThat(Amounts.number(forecast.expected()).doubleValue())
                    .as(method.name())
                    .isCloseTo(45_500, within(4_500.0));
        }
    }

    @Test
    void whatIsBookedIsExact() {
        Forecast forecast = forecast(ForecastMethod.COMBINED, steady(), "2026-04-30");
        long won = steady().stream()
                .filter(deal -> deal.stage().equals("Won")
                        && QUARTER.contains(deal.closeDate().orElseThrow()))
                .count();
        assertThat(forecast.of(ForecastPart.Kind.BOOKED)).isEqualTo(Amounts.of(Long.toString(won * 1000), "USD"));
        assertThat(forecast.chanceOfAtLeast(forecast.of(ForecastPart.Kind.BOOKED)))
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void aPeriodThatIsOverIsWhatWasBooked() {
        Forecast forecast = Forecaster.of(PROCESS).forecast(YEAR.quarter(2026, 1), steady(), AsOf.date("2026-04-10"));
        assertThat(forecast.parts()).extracting(ForecastPart::kind).containsExactly(ForecastPart.Kind.BOOKED);
        assertThat(forecast.quantile(io.salesops.core.money.Rate.ofPercent(10))).isEqualTo(forecast.expected());
    }

    @Test
    void methodsThatKnowOpenDealsOnlySaySo() {
        Forecast forecast = forecast(ForecastMethod.WEIGHTED_STAGE, steady(), "2026-03-31");
        assertThat(Amounts.number(forecast.expected()).doubleValue()).isEqualTo(15_000);
        assertThat(forecast.findings()).extracting(Finding::code).contains("forecast.newDeals.missing");
    }

    @Test
    void dealsOlderThanAnyWinAreStuck() {
        List<Opportunity> deals = steady();
        deals.add(deal("old", "Open", "2025-03-01", Optional.empty(), "1000000"));
        Forecast forecast = forecast(ForecastMethod.HAZARD, deals, "2026-04-30");
        Finding stuck = forecast.findings().stream()
                .filter(finding -> finding.code().equals("forecast.deals.stuck"))
                .findFirst()
                .orElseThrow();
        assertThat(stuck.evidence()).containsEntry("deals", "1").containsEntry("oldestWinDays", "30");
    }

    @Test
    void withoutClosedDealsThereIsNothingToLearn() {
        Forecast forecast = forecast(
                ForecastMethod.COMBINED, List.of(deal("a", "Open", "2026-03-01", Optional.empty(), "5")), "2026-04-30");
        assertThat(forecast.findings()).extracting(Finding::code).contains("forecast.history.none");
        assertThat(forecast.expected()).isEqualTo(Amounts.of("0", "USD"));
    }

    @Test
    void whatCannotBeUsedIsCounted() {
        Opportunity good = deal("a", "Won", "2026-03-01", Optional.of("2026-04-02"), "5");
        List<Opportunity> deals = List.of(
                good,
                good.withId(OpportunityId.of("b")).withStage("Elsewhere"),
                good.withId(OpportunityId.of("c")).withEngagedOn(Optional.empty()),
                good.withId(OpportunityId.of("d")).withCloseDate(Optional.empty()),
                good.withId(OpportunityId.of("e")).withCloseDate(LocalDate.parse("2026-02-01")),
                good.withId(OpportunityId.of("f")).withAmount(Optional.empty()),
                good.withId(OpportunityId.of("g")).withAmount(Amounts.of("7", "EUR")),
                good.withId(OpportunityId.of("h")).withStage("Open").withAmount(Optional.empty()));
        Forecast forecast = forecast(ForecastMethod.COMBINED, deals, "2026-04-30");
        assertThat(forecast.omitted())
                .extracting(Omission::reason)
                .containsExactly(
                        "closed before it began",
                        "closed without a close date",
                        "no day on which it began",
                        "no exchange rate",
                        "open without an amount",
                        "unknown stage 'Elsewhere'",
                        "won without an amount");
        assertThat(forecast.of(ForecastPart.Kind.BOOKED)).isEqualTo(Amounts.of("5", "USD"));
    }

    @Test
    void otherCurrenciesAreConvertedByTheRatesOfTheDay() {
        RateTable rates = RateTable.builder()
                .id("rates")
                .addRates(new DatedRate(
                        Amounts.of("1", "EUR").getCurrency(),
                        Amounts.of("1", "USD").getCurrency(),
                        LocalDate.parse("2026-01-01"),
                        Rational.of(11, 10),
                        "test"))
                .build();
        List<Opportunity> deals = List.of(
                deal("a", "Won", "2026-03-01", Optional.of("2026-04-02"), "5"),
                deal("b", "Won", "2026-03-01", Optional.of("2026-04-02"), "6"),
                deal("c", "Won", "2026-03-01", Optional.of("2026-04-02"), "5").withAmount(Amounts.of("10", "EUR")));
        Forecast forecast = Forecaster.of(PROCESS)
                .forecast(QUARTER, deals, AsOf.date("2026-06-30").rates(rates));
        assertThat(forecast.expected()).isEqualTo(Amounts.of("22", "USD"));
    }

    @Test
    void aBacktestNeedsPeriodsThatAreOver() {
        assertThatThrownBy(() -> Forecaster.of(PROCESS)
                        .backtest(
                                List.of(QUARTER), List.of(0), ImmutableList.copyOf(steady()), AsOf.date("2026-04-30")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not over on 2026-04-30");
    }

    @Test
    void aBacktestTellsActualFromExpected() {
        Backtest test = Forecaster.of(PROCESS)
                .backtest(
                        List.of(YEAR.quarter(2025, 4), YEAR.quarter(2026, 1)),
                        List.of(0, 45),
                        ImmutableList.copyOf(steady()),
                        AsOf.date("2026-04-30"));
        assertThat(test.rows()).hasSize(4);
        for (Backtest.Row row : test.rows()) {
            assertThat(row.forecast()
                            .of(ForecastPart.Kind.BOOKED)
                            .add(row.actualOpen())
                            .add(row.actualNew()))
                    .isEqualTo(row.actual());
        }
        assertThat(test.accuracy().wape().orElseThrow().value().approximate()).isLessThan(0.1);
        assertThat(test.calibration().orElseThrow().deals()).isPositive();
    }
}
