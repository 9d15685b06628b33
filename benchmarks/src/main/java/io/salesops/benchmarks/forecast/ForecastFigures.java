package io.salesops.benchmarks.forecast;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.ListPrices;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.Product;
import io.salesops.core.forecast.Backtest;
import io.salesops.core.forecast.Forecast;
import io.salesops.core.forecast.ForecastMethod;
import io.salesops.core.forecast.ForecastOptions;
import io.salesops.core.forecast.ForecastPart;
import io.salesops.core.forecast.Forecaster;
import io.salesops.core.io.CrmImporter;
import io.salesops.core.io.CrmMapping;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.process.ForecastCategory;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.process.Stage;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.money.MonetaryAmount;

/**
 * Forecasts against what came: {@code forecast DIR} for an export with {@code sales_pipeline.csv} and {@code products.csv}, or
 * {@code forecast generated [seeds]} for markets whose parameters are known.
 */
public final class ForecastFigures {
    private static final List<Integer> DAYS = List.of(0, 30, 60);
    private static final int FIRST_SEED = 5001;

    private ForecastFigures() {}

    /** Measures, and prints a table. */
    public static void main(String[] args) throws IOException {
        if (args.length > 0 && args[0].equals("generated")) {
            generated(args.length > 1 ? Integer.parseInt(args[1]) : 3);
        } else if (args.length == 1) {
            export(Path.of(args[0]));
        } else {
            throw new IllegalArgumentException("usage: forecast DIR | forecast generated [seeds]");
        }
    }

    private static Stage stage(String id, ForecastCategory category, long percent, String... next) {
        return Stage.builder()
                .id(id)
                .category(category)
                .probability(Rate.ofPercent(percent))
                .addNext(next)
                .build();
    }

    private static void export(Path folder) throws IOException {
        CrmMapping products = CrmMapping.builder()
                .id("products")
                .version("1")
                .into(io.salesops.core.io.RecordKind.PRODUCT)
                .putAllColumns(Map.of("product", "name", "series", "family", "sales_price", "listPrice"))
                .ids("name")
                .currency("USD")
                .build();
        CrmMapping deals = CrmMapping.builder()
                .id("deals")
                .version("1")
                .into(io.salesops.core.io.RecordKind.OPPORTUNITY)
                .putAllColumns(Map.of(
                        "opportunity_id", "id",
                        "sales_agent", "owner",
                        "product", "product",
                        "account", "account",
                        "deal_stage", "stage",
                        "engage_date", "engagedOn",
                        "close_date", "closeDate",
                        "close_value", "amount"))
                .dates("yyyy-MM-dd")
                .currency("USD")
                .putAliases("product", com.google.common.collect.ImmutableMap.of("GTXPro", "GTX Pro"))
                .build();
        List<Product> catalogue;
        List<Opportunity> records;
        try (Reader productFile = Files.newBufferedReader(folder.resolve("products.csv"));
                Reader dealFile = Files.newBufferedReader(folder.resolve("sales_pipeline.csv"))) {
            catalogue = CrmImporter.of(products)
                    .products("products.csv", productFile)
                    .records();
            records = CrmImporter.of(deals)
                    .opportunities("sales_pipeline.csv", dealFile)
                    .records();
        }
        ImmutableList<Opportunity> priced =
                ListPrices.of(catalogue).applyTo(records).deals();
        SalesProcess process = SalesProcess.builder()
                .id("export")
                .version("1")
                .addStages(
                        stage("Prospecting", ForecastCategory.PIPELINE, 10, "Engaging", "Lost"),
                        stage("Engaging", ForecastCategory.BEST_CASE, 50, "Won", "Lost"),
                        stage("Won", ForecastCategory.CLOSED, 100),
                        stage("Lost", ForecastCategory.OMITTED, 0))
                .build();
        FiscalCalendar calendar = FiscalCalendar.startingIn(Month.JANUARY);
        List<FiscalPeriod> quarters =
                List.of(calendar.quarter(2017, 2), calendar.quarter(2017, 3), calendar.quarter(2017, 4));
        for (ForecastMethod method : List.of(ForecastMethod.COMBINED, ForecastMethod.HAZARD)) {
            Forecaster forecaster = Forecaster.of(
                    process, ForecastOptions.builder().method(method).build());
            for (int day : DAYS) {
                Backtest test = forecaster.backtest(quarters, List.of(day), priced, AsOf.date("2017-12-31"));
                for (Backtest.Row row : test.rows()) {
                    Forecast forecast = row.forecast();
                    System.out.printf(
                            Locale.ROOT,
                            "forecast %s day=%d method=%s expected=%s actual=%s open=%s/%s new=%s/%s p10=%s p90=%s%n",
                            forecast.period(),
                            day,
                            method,
                            whole(forecast.expected()),
                            whole(row.actual()),
                            whole(forecast.of(ForecastPart.Kind.OPEN)),
                            whole(row.actualOpen()),
                            whole(forecast.of(ForecastPart.Kind.NEW)),
                            whole(row.actualNew()),
                            whole(forecast.quantile(Rate.ofPercent(10))),
                            whole(forecast.quantile(Rate.ofPercent(90))));
                }
                System.out.printf(
                        Locale.ROOT,
                        "forecast day=%d method=%s wape=%s wapeOfRest=%s covered=%.2f%s%n",
                        day,
                        method,
                        share(test.accuracy().wape()),
                        share(test.accuracyOfRest().wape()),
                        test.covered(),
                        beside(test));
            }
        }
    }

    private static String beside(Backtest test) {
        StringBuilder text = new StringBuilder();
        test.methods()
                .forEach((method, accuracy) ->
                        text.append(' ').append(method).append('=').append(share(accuracy.wape())));
        return text.toString();
    }

    private static String whole(MonetaryAmount amount) {
        return Amounts.number(amount)
                .setScale(0, java.math.RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String share(java.util.Optional<Rate> rate) {
        return rate.map(value ->
                        String.format(Locale.ROOT, "%.3f", value.value().approximate()))
                .orElse("-");
    }

    private static void generated(int seeds) {
        SalesProcess process = SalesProcess.builder()
                .id("generated")
                .version("1")
                .addStages(
                        stage("Qualify", ForecastCategory.PIPELINE, 10, "Propose", "Lost"),
                        stage("Propose", ForecastCategory.BEST_CASE, 30, "Negotiate", "Lost"),
                        stage("Negotiate", ForecastCategory.COMMIT, 60, "Won", "Lost"),
                        stage("Won", ForecastCategory.CLOSED, 100),
                        stage("Lost", ForecastCategory.OMITTED, 0))
                .build();
        Forecaster forecaster = Forecaster.of(process);
        for (int day : DAYS) {
            Sums all = new Sums();
            for (Regime regime : Regime.ALL) {
                Sums sums = new Sums();
                for (int seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++) {
                    measure(new Market(regime, seed), forecaster, day, sums);
                }
                print(regime.name(), day, sums);
                all.add(sums);
            }
            print("all", day, all);
        }
    }

    private static void print(String name, int day, Sums sums) {
        System.out.printf(
                Locale.ROOT,
                "forecast generated:%s day=%d oracle=%.3f combined=%.3f hazard=%.3f runRate=%.3f weighted=%.3f ratio=%.2f hazardRatio=%.2f covered=%.2f (%d)%n",
                name,
                day,
                sums.wape(sums.oracle),
                sums.wape(sums.of(ForecastMethod.COMBINED)),
                sums.wape(sums.of(ForecastMethod.HAZARD)),
                sums.wape(sums.of(ForecastMethod.RUN_RATE)),
                sums.wape(sums.of(ForecastMethod.WEIGHTED_STAGE)),
                sums.wape(sums.of(ForecastMethod.COMBINED)) / sums.wape(sums.oracle),
                sums.wape(sums.of(ForecastMethod.HAZARD)) / sums.wape(sums.oracle),
                (double) sums.covered / sums.count,
                sums.count);
    }

    private static void measure(Market market, Forecaster forecaster, int days, Sums sums) {
        ImmutableList<Opportunity> deals = market.opportunities();
        Oracle oracle = new Oracle(market);
        for (int quarter = 3; quarter < 12; quarter++) {
            int first = quarter * 91;
            int last = first + 90;
            int known = first - 1 + days;
            FiscalPeriod period = new FiscalPeriod("Q" + quarter, Market.date(first), Market.date(last + 1));
            Forecast forecast = forecaster.forecast(period, deals, AsOf.date(Market.date(known)));
            double booked =
                    Amounts.number(forecast.of(ForecastPart.Kind.BOOKED)).doubleValue();
            double actual = 0;
            for (Market.Deal deal : market.deals) {
                actual += deal.won() && deal.end() > known && deal.end() <= last ? deal.brings() : 0;
            }
            sums.add(forecast, booked, actual, oracle.rest(known, last));
        }
    }

    /** Errors of what was still to come. */
    private static final class Sums {
        private final Map<ForecastMethod, Double> methods = new EnumMap<>(ForecastMethod.class);
        private double oracle;
        private double actual;
        private int covered;
        private int count;

        void add(Forecast forecast, double booked, double rest, double known) {
            forecast.methods()
                    .forEach((method, amount) -> methods.merge(
                            method, Math.abs(Amounts.number(amount).doubleValue() - booked - rest), Double::sum));
            oracle += Math.abs(known - rest);
            actual += rest;
            double whole = booked + rest;
            covered += whole
                                    >= Amounts.number(forecast.quantile(Rate.ofPercent(10)))
                                            .doubleValue()
                            && whole
                                    <= Amounts.number(forecast.quantile(Rate.ofPercent(90)))
                                            .doubleValue()
                    ? 1
                    : 0;
            count++;
        }

        void add(Sums other) {
            other.methods.forEach((method, error) -> methods.merge(method, error, Double::sum));
            oracle += other.oracle;
            actual += other.actual;
            covered += other.covered;
            count += other.count;
        }

        double of(ForecastMethod method) {
            return methods.getOrDefault(method, 0.0);
        }

        double wape(double error) {
            return error / actual;
        }
    }
}
