package io.salesops.core.forecast;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.util.List;
import javax.money.CurrencyUnit;

/**
 * Forecasts what a period will bring: what is booked, what open deals bring within it, and what deals bring that do not exist
 * yet.
 *
 * <p>Hazards of winning, losing and moving on are estimated by stage and time in stage over the last year (competing risks;
 * left truncation, right censoring), with factors for the month of the quarter, product, owner and size that are drawn to 1
 * where there is little evidence. New deals arrive as in the last 91 days and meet the same hazards. What open deals of an
 * age brought in earlier periods corrects the estimate in a part of its own.
 *
 * <p>Only what was known at the end of {@code asOf}'s day is used: the history of each deal is undone to that day. A deal
 * that has no history was open until its close date. The order of the deals changes nothing. Forecasts are estimates and are
 * computed in double precision with StrictMath in a fixed order; parts are rounded once, half even, to minor units, and add up
 * exactly. Cost: deals times the days they were open, five times. Immutable and thread-safe.
 */
public final class Forecaster {
    private final SalesProcess process;
    private final ForecastOptions options;
    private final Provenance.Input definition;

    private Forecaster(SalesProcess process, ForecastOptions options) {
        this.process = process;
        this.options = options;
        this.definition =
                new Provenance.Input(process.id(), process.version(), Fingerprint.ofText(SalesOpsJson.write(process)));
    }

    /**
     * Makes a forecaster with standard options.
     *
     * @throws FindingsException with everything that is wrong with the process
     */
    public static Forecaster of(SalesProcess process) {
        return of(process, ForecastOptions.standard());
    }

    /**
     * Makes a forecaster.
     *
     * @throws FindingsException with everything that is wrong with the process
     */
    public static Forecaster of(SalesProcess process, ForecastOptions options) {
        ImmutableList<Finding> problems = process.problems();
        if (!problems.isEmpty()) {
            throw new FindingsException(problems);
        }
        return new Forecaster(process, options);
    }

    /**
     * Forecasts a period.
     *
     * @param deals every deal on record, open and closed, in any order
     * @param asOf the last day that is known, before, in or after the period
     */
    public Forecast forecast(FiscalPeriod period, Iterable<Opportunity> deals, AsOf asOf) {
        return new ForecastRun(process, options, definition, ImmutableList.copyOf(deals), asOf).forecast(period);
    }

    /**
     * Forecasts periods as of days in them, and holds each forecast against what came.
     *
     * @param periods periods that are over on {@code asOf}'s day
     * @param days how many days of each period are known: 0 for a forecast on its eve
     * @param deals every deal on record
     * @param asOf the day on which the outcome is known
     * @throws IllegalArgumentException if a period is not over, or has fewer days
     */
    public Backtest backtest(List<FiscalPeriod> periods, List<Integer> days, Iterable<Opportunity> deals, AsOf asOf) {
        return new BacktestRun(this, ImmutableList.copyOf(deals), asOf).run(periods, days);
    }

    CurrencyUnit currency(Iterable<Opportunity> deals, AsOf asOf) {
        return options.currency().orElseGet(() -> ForecastRun.commonest(deals, asOf));
    }

    SalesProcess process() {
        return process;
    }
}
