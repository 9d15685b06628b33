package io.salesops.core.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/** The state of one back-test. */
final class BacktestRun {
    private static final Rate LOW = Rate.ofPercent(10);
    private static final Rate HIGH = Rate.ofPercent(90);
    private static final double CLOSE = 0.1;
    private static final double FAR = 0.3;

    private final Forecaster forecaster;
    private final ImmutableList<Opportunity> deals;
    private final AsOf asOf;
    private final CurrencyUnit currency;
    private final KnownDeals now;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Double> chances = new ArrayList<>();
    private final List<Boolean> won = new ArrayList<>();
    private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();

    BacktestRun(Forecaster forecaster, ImmutableList<Opportunity> deals, AsOf asOf) {
        this.forecaster = forecaster;
        this.deals = deals;
        this.asOf = asOf;
        this.currency = forecaster.currency(deals, asOf);
        this.now = KnownDealsReader.read(forecaster.process(), currency, deals, asOf);
        for (int i = 0; i < now.size; i++) {
            places.put(now.ids[i], i);
        }
    }

    Backtest run(List<FiscalPeriod> periods, List<Integer> days) {
        checkArgument(!periods.isEmpty() && !days.isEmpty(), "a back-test needs periods %s and days %s", periods, days);
        ImmutableList.Builder<Backtest.Row> rows = ImmutableList.builder();
        for (int day : days) {
            for (FiscalPeriod period : periods) {
                LocalDate last = period.from().plusDays(day - 1L);
                checkArgument(day >= 0 && last.isBefore(period.before()), "day %s is not within %s", day, period);
                checkArgument(
                        !period.before().isAfter(asOf.date().plusDays(1)),
                        "period %s is not over on %s. Maybe forecast it instead.",
                        period,
                        asOf.date());
                rows.add(row(period, last));
            }
        }
        return result(rows.build());
    }

    private Backtest.Row row(FiscalPeriod period, LocalDate day) {
        Forecast forecast = forecaster.forecast(period, deals, asOf.withDate(day));
        Horizon horizon = Horizon.of(period, day);
        double booked = 0;
        double open = 0;
        double fresh = 0;
        for (int i = 0; i < now.size; i++) {
            if (now.won[i] && now.end[i] >= horizon.from() && now.end[i] <= horizon.last()) {
                if (now.end[i] <= horizon.day()) {
                    booked += now.booked[i];
                } else if (now.start[i] <= horizon.day()) {
                    open += now.booked[i];
                } else {
                    fresh += now.booked[i];
                }
            }
        }
        for (DealChance deal : forecast.deals()) {
            Integer place = places.get(deal.deal().value());
            chances.add(deal.chance());
            won.add(place != null
                    && now.won[place]
                    && now.end[place] > horizon.day()
                    && now.end[place] <= horizon.last());
        }
        PartList amounts = new PartList(currency);
        Backtest.Row row = new Backtest.Row(
                forecast,
                amounts.amount(PartList.units(booked + open + fresh)),
                amounts.amount(PartList.units(open)),
                amounts.amount(PartList.units(fresh)));
        checkCancelling(row, open, fresh);
        return row;
    }

    /** A total that is right because its parts are wrong in opposite directions will not be right next time. */
    private void checkCancelling(Backtest.Row row, double open, double fresh) {
        MonetaryAmount expected = row.forecast().expected();
        double whole = number(expected) / Math.max(1, number(row.actual())) - 1;
        double openOff = off(row.forecast().of(ForecastPart.Kind.OPEN), open);
        double newOff = off(row.forecast().of(ForecastPart.Kind.NEW), fresh);
        if (Math.abs(whole) <= CLOSE && (Math.abs(openOff) > FAR || Math.abs(newOff) > FAR)) {
            findings.add(Finding.warning(
                            "forecast.errors.cancel",
                            row.forecast().period().name() + "/"
                                    + row.forecast().day(),
                            String.format(
                                    java.util.Locale.ROOT,
                                    "the total was off by %.0f%%, open deals by %.0f%% and new ones by %.0f%%: errors cancel each other",
                                    whole * 100,
                                    openOff * 100,
                                    newOff * 100))
                    .maybe("Maybe do not take the total for proof of the method."));
        }
    }

    private double off(MonetaryAmount expected, double actualUnits) {
        double actual = actualUnits / StrictMath.pow(10, Math.max(0, currency.getDefaultFractionDigits()));
        return actual == 0 ? 0 : number(expected) / actual - 1;
    }

    private static double number(MonetaryAmount amount) {
        return Amounts.number(amount).doubleValue();
    }

    private Backtest result(ImmutableList<Backtest.Row> rows) {
        Map<ForecastMethod, ForecastAccuracy> methods = new TreeMap<>();
        for (ForecastMethod method : ForecastMethod.values()) {
            methods.put(
                    method,
                    accuracy(
                            rows,
                            row -> row.forecast().methods().getOrDefault(method, Amounts.zero(currency)),
                            row -> row.actual()));
        }
        long covered = rows.stream()
                .filter(row -> contains(row.forecast(), row.actual()))
                .count();
        Forecast latest = rows.get(rows.size() - 1).forecast();
        return new Backtest(
                rows,
                accuracy(rows, row -> row.forecast().expected(), Backtest.Row::actual),
                accuracy(
                        rows,
                        row -> row.forecast().expected().subtract(row.forecast().of(ForecastPart.Kind.BOOKED)),
                        row -> row.actualOpen().add(row.actualNew())),
                ImmutableSortedMap.copyOf(methods),
                (double) covered / rows.size(),
                chances.isEmpty() ? Optional.empty() : Optional.of(Calibration.of(chances, won)),
                explanation(rows),
                findings.build(),
                latest.omitted(),
                latest.computedFrom());
    }

    private static boolean contains(Forecast forecast, MonetaryAmount actual) {
        return !actual.isLessThan(forecast.quantile(LOW)) && !actual.isGreaterThan(forecast.quantile(HIGH));
    }

    /** One of the amounts of a row. */
    @FunctionalInterface
    private interface Figure {
        MonetaryAmount of(Backtest.Row row);
    }

    private static ForecastAccuracy accuracy(ImmutableList<Backtest.Row> rows, Figure forecast, Figure actual) {
        List<BigDecimal> forecasts = new ArrayList<>();
        List<BigDecimal> actuals = new ArrayList<>();
        for (Backtest.Row row : rows) {
            forecasts.add(Amounts.number(forecast.of(row)));
            actuals.add(Amounts.number(actual.of(row)));
        }
        return ForecastAccuracy.of(forecasts, actuals);
    }

    private Explanation explanation(ImmutableList<Backtest.Row> rows) {
        RuleRef rule =
                new RuleRef(forecaster.process().id(), forecaster.process().version(), "/stages");
        BigDecimal sum = BigDecimal.ZERO;
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        for (Backtest.Row row : rows) {
            BigDecimal error = Amounts.number(row.forecast().expected()).subtract(Amounts.number(row.actual()));
            sum = sum.add(error);
            steps.add(Step.of(
                    rule,
                    row.forecast().period().name() + " on " + row.forecast().day() + ": expected "
                            + row.forecast().expected() + ", came " + row.actual(),
                    Quantity.of(error, currency.getCurrencyCode())));
        }
        return new Explanation.Sum(
                "forecasts less what came", Quantity.of(sum, currency.getCurrencyCode()), steps.build());
    }
}
