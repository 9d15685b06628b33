package io.salesops.core.forecast;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * Forecasts made as of earlier days against what came.
 *
 * @param rows each forecast with its outcome
 * @param accuracy of the method, over whole periods: booked by the day and still to come
 * @param accuracyOfRest of the method, over what was still to come on the day only
 * @param methods the accuracy of each method over whole periods
 * @param covered the share of outcomes that lay from P10 to P90; about 0.8 if ranges are right
 * @param calibration whether the chances of open deals came true; absent for methods that have none
 * @param explanation the errors of the rows as a sum
 * @param findings errors that cancel, and what the forecasts found
 * @param omitted what the latest forecast left out
 * @param computedFrom as the latest forecast
 */
public record Backtest(
        ImmutableList<Row> rows,
        ForecastAccuracy accuracy,
        ForecastAccuracy accuracyOfRest,
        ImmutableSortedMap<ForecastMethod, ForecastAccuracy> methods,
        double covered,
        Optional<Calibration> calibration,
        Explanation explanation,
        ImmutableList<Finding> findings,
        ImmutableList<Omission> omitted,
        Provenance computedFrom)
        implements Outcome {

    /**
     * One forecast and what came.
     *
     * @param forecast as it would have been made
     * @param actual what the period brought in all
     * @param actualOpen what deals brought after the day that were open on it
     * @param actualNew what deals brought after the day that did not exist on it
     */
    public record Row(Forecast forecast, MonetaryAmount actual, MonetaryAmount actualOpen, MonetaryAmount actualNew) {}
}
