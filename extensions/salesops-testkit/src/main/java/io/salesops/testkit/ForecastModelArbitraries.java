package io.salesops.testkit;

import io.salesops.core.crm.ListPrices;
import io.salesops.core.forecast.Backtest;
import io.salesops.core.forecast.Bookings;
import io.salesops.core.forecast.Calibration;
import io.salesops.core.forecast.CategoryAmounts;
import io.salesops.core.forecast.DealCategories;
import io.salesops.core.forecast.DealChance;
import io.salesops.core.forecast.Forecast;
import io.salesops.core.forecast.ForecastAccuracy;
import io.salesops.core.forecast.ForecastCall;
import io.salesops.core.forecast.ForecastOptions;
import io.salesops.core.forecast.ForecastPart;
import io.salesops.core.forecast.LikelyDeal;
import io.salesops.core.forecast.Submission;
import io.salesops.core.forecast.SubmissionPolicy;
import io.salesops.core.forecast.WinChance;
import io.salesops.core.pipeline.ContractWorth;
import io.salesops.core.pipeline.Coverage;
import io.salesops.core.pipeline.DealLookup;
import io.salesops.core.pipeline.MetricDefinition;
import io.salesops.core.pipeline.Retention;
import io.salesops.core.pipeline.SellingCapacity;
import io.salesops.core.pipeline.Velocity;
import io.salesops.core.pipeline.Waterfall;
import io.salesops.core.pipeline.WaterfallQuery;
import io.salesops.core.process.DealOnDay;
import io.salesops.core.process.DealReader;
import io.salesops.core.testkit.ForecastArbitraries;
import io.salesops.core.testkit.ForecastArbitraries.ForecastCase;
import io.salesops.core.testkit.PipelineArbitraries;
import io.salesops.core.testkit.SubmissionArbitraries;
import io.salesops.core.testkit.WaterfallArbitraries;
import net.jqwik.api.Arbitrary;

/** Generators of forecasts, submissions and waterfalls, and of the deals behind them. */
public final class ForecastModelArbitraries {
    private ForecastModelArbitraries() {}

    /** Up to 120 deals of 15 months that pass three stages forwards and backwards, and are won, lost, reopened or stuck. */
    public static Arbitrary<ForecastCase> forecastCases() {
        return ForecastArbitraries.forecastCases();
    }

    /** Options with each method. */
    public static Arbitrary<ForecastOptions> forecastOptions() {
        return ForecastArbitraries.forecastOptions();
    }

    /** Forecasts of {@link #forecastCases()}. */
    public static Arbitrary<Forecast> forecasts() {
        return ForecastArbitraries.forecasts();
    }

    /** Parts of forecasts. */
    public static Arbitrary<ForecastPart> forecastParts() {
        return ForecastArbitraries.forecastParts();
    }

    /** Open deals of forecasts. */
    public static Arbitrary<DealChance> dealChances() {
        return ForecastArbitraries.dealChances();
    }

    /** Back-tests over one to three months. */
    public static Arbitrary<Backtest> backtests() {
        return ForecastArbitraries.backtests();
    }

    /** Rows of back-tests. */
    public static Arbitrary<Backtest.Row> backtestRows() {
        return ForecastArbitraries.backtestRows();
    }

    /** Deals with an amount and a chance. */
    public static Arbitrary<LikelyDeal> likelyDeals() {
        return ForecastArbitraries.likelyDeals();
    }

    /** Distributions of the sum of one to twelve deals, independent or not. */
    public static Arbitrary<Bookings> bookings() {
        return ForecastArbitraries.bookings();
    }

    /** Accuracies of one to eight forecasts. */
    public static Arbitrary<ForecastAccuracy> forecastAccuracies() {
        return ForecastArbitraries.forecastAccuracies();
    }

    /** Calibrations of up to 40 chances. */
    public static Arbitrary<Calibration> calibrations() {
        return ForecastArbitraries.calibrations();
    }

    /** Bins of calibrations. */
    public static Arbitrary<Calibration.Bin> calibrationBins() {
        return ForecastArbitraries.calibrationBins();
    }

    /** Chances of deals to be won at all. */
    public static Arbitrary<WinChance> winChances() {
        return ForecastArbitraries.winChances();
    }

    /** Amounts of up to five categories, in dollars. */
    public static Arbitrary<CategoryAmounts> categoryAmounts() {
        return SubmissionArbitraries.categoryAmounts();
    }

    /** Cumulative roll-ups. */
    public static Arbitrary<CategoryAmounts.Cumulative> cumulativeAmounts() {
        return SubmissionArbitraries.cumulativeAmounts();
    }

    /** Layers that add or take away. */
    public static Arbitrary<Submission.Adjustment> adjustments() {
        return SubmissionArbitraries.adjustments();
    }

    /** Submissions of eight people for one quarter, open, handed in and frozen. */
    public static Arbitrary<Submission> submissions() {
        return SubmissionArbitraries.submissions();
    }

    /** Policies with and without a due moment. */
    public static Arbitrary<SubmissionPolicy> submissionPolicies() {
        return SubmissionArbitraries.submissionPolicies();
    }

    /** Roll-ups of up to twelve submissions. */
    public static Arbitrary<ForecastCall> forecastCalls() {
        return SubmissionArbitraries.forecastCalls();
    }

    /** Lines of roll-ups. */
    public static Arbitrary<ForecastCall.Line> forecastLines() {
        return SubmissionArbitraries.forecastLines();
    }

    /** Deals by category. */
    public static Arbitrary<DealCategories> dealCategories() {
        return SubmissionArbitraries.dealCategories();
    }

    /** Deals with list prices in their lines. */
    public static Arbitrary<ListPrices.Priced> pricedDeals() {
        return SubmissionArbitraries.pricedDeals();
    }

    /** Questions over one to 100 days, some with a window, some for part of the pipeline. */
    public static Arbitrary<WaterfallQuery> waterfallQueries() {
        return WaterfallArbitraries.waterfallQueries();
    }

    /** Waterfalls of deals with a past. */
    public static Arbitrary<Waterfall> waterfalls() {
        return WaterfallArbitraries.waterfalls();
    }

    /** Buckets of waterfalls. */
    public static Arbitrary<Waterfall.Bucket> waterfallBuckets() {
        return WaterfallArbitraries.waterfallBuckets();
    }

    /** Velocities of up to 500 deals. */
    public static Arbitrary<Velocity> velocities() {
        return WaterfallArbitraries.velocities();
    }

    /** Coverages, some of a quota that is reached. */
    public static Arbitrary<Coverage> coverages() {
        return WaterfallArbitraries.coverages();
    }

    /** Retentions, some of nothing. */
    public static Arbitrary<Retention> retentions() {
        return WaterfallArbitraries.retentions();
    }

    /** Contracts of up to five years. */
    public static Arbitrary<ContractWorth> contractWorths() {
        return WaterfallArbitraries.contractWorths();
    }

    /** Reps of a kind. */
    public static Arbitrary<SellingCapacity.Group> capacityGroups() {
        return WaterfallArbitraries.capacityGroups();
    }

    /** Teams of up to four kinds of reps. */
    public static Arbitrary<SellingCapacity> capacities() {
        return WaterfallArbitraries.capacities();
    }

    /** What deals were on a day, or why nobody knows. */
    public static Arbitrary<DealReader.Reading> readings() {
        return WaterfallArbitraries.readings();
    }

    /** Deals on a day after all of them began. */
    public static Arbitrary<DealOnDay> dealsOnDay() {
        return WaterfallArbitraries.dealsOnDay();
    }

    /** All definitions of metrics. */
    public static Arbitrary<MetricDefinition> metricDefinitions() {
        return PipelineArbitraries.metricDefinitions();
    }

    /** Look-ups of owners' regions. */
    public static Arbitrary<DealLookup> dealLookups() {
        return PipelineArbitraries.dealLookups();
    }
}
