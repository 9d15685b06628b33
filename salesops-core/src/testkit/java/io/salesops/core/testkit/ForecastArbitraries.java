package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.By;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.ProductLine;
import io.salesops.core.crm.RepId;
import io.salesops.core.forecast.Backtest;
import io.salesops.core.forecast.Bookings;
import io.salesops.core.forecast.Calibration;
import io.salesops.core.forecast.DealChance;
import io.salesops.core.forecast.Forecast;
import io.salesops.core.forecast.ForecastAccuracy;
import io.salesops.core.forecast.ForecastMethod;
import io.salesops.core.forecast.ForecastOptions;
import io.salesops.core.forecast.ForecastPart;
import io.salesops.core.forecast.Forecaster;
import io.salesops.core.forecast.LikelyDeal;
import io.salesops.core.forecast.WinChance;
import io.salesops.core.forecast.WinChances;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.process.ForecastCategory;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.process.Stage;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of deals with a past, and of what forecasts make of them. */
public final class ForecastArbitraries {
    private static final LocalDate START = LocalDate.parse("2025-01-01");
    private static final int DAYS = 455;
    private static final ImmutableList<String> OPEN = ImmutableList.of("Qualify", "Propose", "Negotiate");

    private ForecastArbitraries() {}

    /**
     * Deals, a process and what to forecast.
     *
     * @param process the process
     * @param deals with the history of every field that changed
     * @param period a quarter or a month
     * @param asOf a day before, in or after it
     */
    public record ForecastCase(
            SalesProcess process, ImmutableList<Opportunity> deals, FiscalPeriod period, AsOf asOf) {}

    /** Up to 120 deals of 15 months that pass three stages forwards and backwards, and are won, lost, reopened or stuck. */
    public static Arbitrary<ForecastCase> forecastCases() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.integers().between(0, 14),
                        Arbitraries.of(1, 3),
                        Arbitraries.integers().between(-20, 70))
                .as((seed, deals, month, months, day) -> {
                    LocalDate from = START.plusMonths(month);
                    FiscalPeriod period = new FiscalPeriod("P" + month + "x" + months, from, from.plusMonths(months));
                    return new ForecastCase(process(), deals(seed, deals), period, AsOf.date(from.plusDays(day)));
                });
    }

    private static SalesProcess process() {
        return SalesProcess.builder()
                .id("generated")
                .version("1")
                .addStages(stage("Qualify", ForecastCategory.PIPELINE, 10, "Propose", "Lost"))
                .addStages(stage("Propose", ForecastCategory.BEST_CASE, 30, "Negotiate", "Qualify", "Lost"))
                .addStages(stage("Negotiate", ForecastCategory.COMMIT, 60, "Won", "Propose", "Lost"))
                .addStages(stage("Won", ForecastCategory.CLOSED, 100))
                .addStages(stage("Lost", ForecastCategory.OMITTED, 0))
                .build();
    }

    private static Stage stage(String id, ForecastCategory category, long percent, String... next) {
        return Stage.builder()
                .id(id)
                .category(category)
                .probability(Rate.ofPercent(percent))
                .addNext(next)
                .build();
    }

    private static ImmutableList<Opportunity> deals(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        ImmutableList.Builder<Opportunity> deals = ImmutableList.builder();
        for (int i = 0; i < count; i++) {
            deals.add(life(random, i));
        }
        return deals.build();
    }

    private static Opportunity life(SplittableRandom random, int number) {
        int created = random.nextInt(DAYS);
        Opportunity deal = Opportunity.builder()
                .id(OpportunityId.of("D" + number))
                .stage("Qualify")
                .owner(RepId.of("rep " + random.nextInt(3)))
                .createdAt(by(created, 0).at())
                .amount(Amounts.of(
                        BigDecimal.valueOf(100 + random.nextInt(9_900)),
                        Amounts.of("0", "USD").getCurrency()))
                .addLines(ProductLine.of("product " + random.nextInt(2), 1))
                .build();
        boolean stuck = random.nextInt(10) == 0;
        int place = 0;
        for (int day = created + 1; day < DAYS && !stuck; day++) {
            int fate = random.nextInt(100);
            if (fate < 3) {
                place = Math.min(place + 1, OPEN.size() - 1);
                deal = move(deal, OPEN.get(place), day);
            } else if (fate < 4 && place > 0) {
                place--;
                deal = move(deal, OPEN.get(place), day);
            } else if (fate < 5) {
                BigDecimal raised = Amounts.number(deal.amount().orElseThrow()).add(BigDecimal.TEN);
                deal = deal.change(
                        Opportunity.AMOUNT,
                        Optional.of(Amounts.of(raised, Amounts.of("0", "USD").getCurrency())),
                        by(day, 1));
            } else if (fate < 8) {
                boolean won = fate < 6 + place && place > 0;
                deal = deal.change(Opportunity.CLOSE_DATE, Optional.of(START.plusDays(day)), by(day, 2));
                deal = move(deal, won ? "Won" : "Lost", day);
                if (random.nextInt(8) > 0) {
                    break;
                }
                deal = move(deal, OPEN.get(place), day + 1);
                deal = deal.change(Opportunity.CLOSE_DATE, Optional.empty(), by(day + 1, 4));
                day++;
            }
        }
        return deal;
    }

    private static Opportunity move(Opportunity deal, String stage, int day) {
        return deal.change(Opportunity.STAGE, Optional.of(stage), by(day, 3));
    }

    private static By by(int day, int hour) {
        return By.of("crm", START.plusDays(day) + String.format("T%02d:00:00Z", 10 + hour));
    }

    /** Options with each method. */
    public static Arbitrary<ForecastOptions> forecastOptions() {
        return Combinators.combine(
                        Arbitraries.of(ForecastMethod.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(0.0, 0.1, 0.15, 0.5))
                .as((method, corrected, deviation) -> ForecastOptions.builder()
                        .method(method)
                        .correctedByBacktest(corrected)
                        .commonDeviation(deviation)
                        .build());
    }

    /** Forecasts of {@link #forecastCases()}. */
    public static Arbitrary<Forecast> forecasts() {
        return Combinators.combine(forecastCases(), forecastOptions())
                .as((given, options) ->
                        Forecaster.of(given.process(), options).forecast(given.period(), given.deals(), given.asOf()));
    }

    /** Parts of forecasts. */
    public static Arbitrary<ForecastPart> forecastParts() {
        return Members.of(forecasts().map(Forecast::parts));
    }

    /** Open deals of forecasts. */
    public static Arbitrary<DealChance> dealChances() {
        return Members.of(forecasts().map(Forecast::deals));
    }

    /** Back-tests over one to three months. */
    public static Arbitrary<Backtest> backtests() {
        return Combinators.combine(
                        forecastCases(),
                        forecastOptions(),
                        Arbitraries.integers().between(1, 3))
                .as((given, options, months) -> {
                    List<FiscalPeriod> periods = new ArrayList<>();
                    for (int month = 0; month < months; month++) {
                        LocalDate from = START.plusMonths(9L + month);
                        periods.add(new FiscalPeriod("M" + month, from, from.plusMonths(1)));
                    }
                    return Forecaster.of(given.process(), options)
                            .backtest(periods, ImmutableList.of(0, 10), given.deals(), AsOf.date(START.plusDays(DAYS)));
                });
    }

    /** Rows of back-tests. */
    public static Arbitrary<Backtest.Row> backtestRows() {
        return Members.of(backtests().map(Backtest::rows));
    }

    /** Deals with an amount and a chance. */
    public static Arbitrary<LikelyDeal> likelyDeals() {
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(4),
                        Arbitraries.longs().between(0, 100_000),
                        Arbitraries.doubles().between(0, 1))
                .as((id, amount, chance) -> new LikelyDeal(
                        id,
                        Amounts.of(
                                BigDecimal.valueOf(amount, 2),
                                Amounts.of("0", "EUR").getCurrency()),
                        chance));
    }

    /** Distributions of the sum of one to twelve deals, independent or not. */
    public static Arbitrary<Bookings> bookings() {
        Arbitrary<List<LikelyDeal>> deals = likelyDeals().list().ofMinSize(1).ofMaxSize(12);
        return Arbitraries.oneOf(
                deals.map(Bookings::ofIndependent), deals.map(some -> Bookings.ofCorrelated(some, 0.2, 7, 100)));
    }

    /** Accuracies of one to eight forecasts. */
    public static Arbitrary<ForecastAccuracy> forecastAccuracies() {
        Arbitrary<BigDecimal> values =
                Arbitraries.integers().between(-1_000, 9_000).map(BigDecimal::valueOf);
        return values.tuple2()
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(pairs -> ForecastAccuracy.of(
                        pairs.stream().map(pair -> pair.get1()).toList(),
                        pairs.stream().map(pair -> pair.get2()).toList()));
    }

    /** Calibrations of up to 40 chances. */
    public static Arbitrary<Calibration> calibrations() {
        return Combinators.combine(Arbitraries.doubles().between(0, 1), Arbitraries.of(true, false))
                .as((chance, won) -> net.jqwik.api.Tuple.of(chance, won))
                .list()
                .ofMaxSize(40)
                .map(pairs -> Calibration.of(
                        pairs.stream().map(pair -> pair.get1()).toList(),
                        pairs.stream().map(pair -> pair.get2()).toList()));
    }

    /** Bins of calibrations. */
    public static Arbitrary<Calibration.Bin> calibrationBins() {
        return Members.of(calibrations().map(Calibration::bins));
    }

    /** Chances of deals to be won at all. */
    public static Arbitrary<WinChance> winChances() {
        return Members.of(forecastCases().map(ForecastArbitraries::chances));
    }

    private static Collection<WinChance> chances(ForecastCase given) {
        return WinChances.learn(given.process(), ImmutableList.of("owner"), given.deals())
                .of(given.deals());
    }
}
