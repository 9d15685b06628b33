package io.salesops.core.forecast;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.finding.Finding;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** What is worth knowing about a forecast before it is believed. */
final class ForecastFindings {
    private static final int SHORT_DAYS = 182;
    private static final int FEW_WINS = 50;
    private static final double SURVIVORS = 1.3;
    private static final double MUCH_NEW = 0.1;
    private static final double BUCKET_DEVIATIONS = 3;
    private static final double CALENDAR_EFFECT = 0.2;
    private static final double CONCENTRATED = 0.1;

    private final KnownDeals deals;
    private final Horizon horizon;
    private final int observedFrom;
    private final HazardForecast hazards;
    private final EarlierPeriods earlier;
    private final PartList chosen;
    private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();

    ForecastFindings(
            KnownDeals deals,
            Horizon horizon,
            int observedFrom,
            HazardForecast hazards,
            EarlierPeriods earlier,
            PartList chosen) {
        this.deals = deals;
        this.horizon = horizon;
        this.observedFrom = observedFrom;
        this.hazards = hazards;
        this.earlier = earlier;
        this.chosen = chosen;
    }

    ImmutableList<Finding> all(ForecastOptions options, Map<ForecastMethod, PartList> methods) {
        findings.addAll(deals.findings);
        int wins = 0;
        int closed = 0;
        for (int i = 0; i < deals.size; i++) {
            closed += deals.isOpen(i) ? 0 : 1;
            wins += deals.won[i] ? 1 : 0;
        }
        if (closed == 0) {
            add(
                    Finding.error("forecast.history.none", "deals", "no deal was closed by " + day(deals.day)),
                    "Maybe the closed deals are in another file: without them nothing can be learned.");
            return findings.build();
        }
        history(options, wins);
        if (horizon.daysLeft() > 0) {
            survivors();
            newDeals(options);
            stuck();
            buckets();
            calendar();
            methodsDiffer(options, methods);
            concentration();
        }
        return findings.build();
    }

    private void history(ForecastOptions options, int wins) {
        int days = deals.day - observedFrom;
        if (days < SHORT_DAYS) {
            add(
                    Finding.warning(
                            "forecast.history.short",
                            "deals",
                            "closed deals are on record for " + days + " days only, since " + day(observedFrom + 1)),
                    "Maybe compare with the run rate.");
        }
        if (wins < FEW_WINS) {
            add(
                    Finding.warning("forecast.wins.few", "deals", "only " + wins + " deals were won by the day"),
                    "Maybe trust the range more than the amount.");
        }
        int before = 0;
        for (int i = 0; i < deals.size; i++) {
            before += deals.start[i] <= observedFrom ? 1 : 0;
        }
        if (before > 0) {
            add(
                    Finding.info(
                            "forecast.records.truncated",
                            "observedFrom",
                            before + " deals began before " + day(observedFrom + 1)
                                    + ", the first day with a close on record"
                                    + (options.observedFrom().isPresent() ? "" : " (estimated)")
                                    + "; they are known only because they were open then"),
                    "Maybe state observedFrom if closes are on record from another day.");
        }
        if (earlier.periods().isEmpty()) {
            add(
                    Finding.info(
                            "forecast.backtest.none",
                            "deals",
                            "no earlier period is on record from its same day, so nothing is corrected and the range rests on an assumption"),
                    "Maybe wait for a quarter, or import older deals.");
        }
    }

    /** Quick wins leave the pipeline, slow deals stay: the win rate of closed deals is not that of open ones. */
    private void survivors() {
        double[] conversion = NaiveMethods.conversion(deals, observedFrom);
        double byRate = 0;
        double byHazard = 0;
        for (int i = 0; i < deals.size; i++) {
            if (deals.isOpen(i)) {
                byRate += conversion[deals.stayStage[deals.lastStay(i)]];
                byHazard += hazards.chance[i];
            }
        }
        if (byRate > SURVIVORS * byHazard && byRate >= 1) {
            add(
                    Finding.info(
                            "forecast.survivors.bias",
                            "deals",
                            String.format(
                                    Locale.ROOT,
                                    "by the win rate of closed deals %.0f open ones would be won, within the period %.0f are likely to be",
                                    byRate,
                                    byHazard)),
                    "Maybe do not multiply open deals by a win rate.");
        }
    }

    private void newDeals(ForecastOptions options) {
        if (options.method() != ForecastMethod.WEIGHTED_STAGE && options.method() != ForecastMethod.STAGE_CONVERSION) {
            return;
        }
        double actual = 0;
        double fresh = 0;
        for (EarlierPeriods.Earlier period : earlier.periods()) {
            actual += period.actual();
            fresh += period.actualNew();
        }
        if (actual > 0 && fresh / actual > MUCH_NEW) {
            add(
                    Finding.warning(
                            "forecast.newDeals.missing",
                            "method",
                            "this method knows open deals only; " + percent(fresh / actual)
                                    + " of what came in the last "
                                    + earlier.periods().size() + " periods came of deals that did not exist yet"),
                    "Maybe use the combined method.");
        }
    }

    private void stuck() {
        int oldest = 0;
        for (int i = 0; i < deals.size; i++) {
            oldest = deals.won[i] ? Math.max(oldest, deals.end[i] - deals.start[i]) : oldest;
        }
        int count = 0;
        double value = 0;
        for (int i = 0; i < deals.size; i++) {
            if (deals.isOpen(i) && hazards.age(i) > oldest) {
                count++;
                value += deals.value[i];
            }
        }
        if (count > 0) {
            findings.add(Finding.warning(
                            "forecast.deals.stuck",
                            "deals",
                            count + " open deals worth " + chosen.amount(PartList.units(value)) + " are older than "
                                    + oldest + " days, the longest that winning ever took")
                    .withEvidence(ImmutableMap.of(
                            "deals", Integer.toString(count), "oldestWinDays", Integer.toString(oldest)))
                    .maybe("Maybe close them, or ask their owners."));
        }
    }

    private void buckets() {
        BucketCorrection correction = earlier.correction();
        for (int bucket = 0; bucket < BucketCorrection.COUNT; bucket++) {
            double won = correction.won(bucket);
            double expected = correction.expected(bucket);
            if (expected > 0 && Math.abs(won - expected) > BUCKET_DEVIATIONS * StrictMath.sqrt(expected)) {
                add(
                        Finding.warning(
                                "forecast.bucket.biased",
                                "age",
                                String.format(
                                        Locale.ROOT,
                                        "of open deals of %s %.0f were won in earlier periods where %.0f were expected",
                                        BucketCorrection.name(bucket),
                                        won,
                                        expected)),
                        "Maybe something changed that the records do not show.");
            }
        }
    }

    private void calendar() {
        double[] factors = hazards.hazards.calendar(Hazards.WIN);
        for (double factor : factors) {
            if (Math.abs(factor - 1) > CALENDAR_EFFECT) {
                findings.add(Finding.info(
                        "forecast.calendar.effect",
                        "closeDate",
                        String.format(
                                Locale.ROOT,
                                "wins by month of the quarter, against an even pace: %.2f, %.2f, %.2f",
                                factors[0],
                                factors[1],
                                factors[2])));
                return;
            }
        }
    }

    private void methodsDiffer(ForecastOptions options, Map<ForecastMethod, PartList> methods) {
        PartList hazard = methods.get(ForecastMethod.HAZARD);
        PartList rate = methods.get(ForecastMethod.RUN_RATE);
        if (hazard == null || rate == null || rate.sum() == 0) {
            return;
        }
        double apart = (double) hazard.sum() / rate.sum() - 1;
        if (Math.abs(apart) > earlier.commonDeviation(options.commonDeviation())) {
            add(
                    Finding.warning(
                            "forecast.methods.differ",
                            "method",
                            "by hazards the period brings " + hazard.amount(hazard.sum()) + ", by run rate "
                                    + rate.amount(rate.sum())),
                    "Maybe look at what changed lately: arrivals, stages, prices.");
        }
    }

    private void concentration() {
        for (int i = 0; i < deals.size; i++) {
            if (deals.isOpen(i) && hazards.chance[i] * hazards.price(i) > CONCENTRATED * Math.abs(chosen.sum())) {
                findings.add(Finding.warning(
                                "forecast.deal.concentration",
                                deals.ids[i],
                                "deal " + deals.ids[i] + " alone is more than " + percent(CONCENTRATED)
                                        + " of the forecast: " + chosen.amount(PartList.units(hazards.price(i)))
                                        + String.format(Locale.ROOT, " at %.0f%%", hazards.chance[i] * 100))
                        .maybe("Maybe state the forecast with and without it."));
            }
        }
    }

    private void add(Finding finding, String remedy) {
        findings.add(finding.maybe(remedy));
    }

    private static String day(int epochDay) {
        return LocalDate.ofEpochDay(epochDay).toString();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", share * 100);
    }
}
