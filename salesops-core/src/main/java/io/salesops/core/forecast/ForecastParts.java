package io.salesops.core.forecast;

import io.salesops.core.process.SalesProcess;
import java.util.Locale;
import javax.money.CurrencyUnit;

/** What each method says, part by part. */
final class ForecastParts {
    private final SalesProcess process;
    private final ForecastOptions options;
    private final KnownDeals deals;
    private final Horizon horizon;
    private final int observedFrom;
    private final HazardForecast hazards;
    private final EarlierPeriods earlier;

    ForecastParts(
            SalesProcess process,
            ForecastOptions options,
            KnownDeals deals,
            Horizon horizon,
            int observedFrom,
            HazardForecast hazards,
            EarlierPeriods earlier) {
        this.process = process;
        this.options = options;
        this.deals = deals;
        this.horizon = horizon;
        this.observedFrom = observedFrom;
        this.hazards = hazards;
        this.earlier = earlier;
    }

    PartList of(ForecastMethod method, CurrencyUnit currency) {
        PartList parts = new PartList(currency);
        addBooked(parts);
        if (horizon.daysLeft() == 0) {
            return parts;
        }
        switch (method) {
            case WEIGHTED_STAGE -> addByStage(parts, NaiveMethods.stated(process), true);
            case STAGE_CONVERSION -> addByStage(parts, NaiveMethods.conversion(deals, observedFrom), false);
            case RUN_RATE -> addRunRate(parts);
            case HAZARD -> addHazards(parts);
            case COMBINED -> {
                addHazards(parts);
                double rate = NaiveMethods.runRate(deals, horizon, observedFrom);
                double rest = parts.sum() - (double) PartList.units(booked());
                double share = earlier.runRateShare();
                parts.add(
                        ForecastPart.Kind.BLEND,
                        String.format(Locale.ROOT, "%.0f%% of the way to the run rate", share * 100),
                        0,
                        (rate - rest) * share);
            }
        }
        return parts;
    }

    /** What is booked, in minor units. */
    double booked() {
        double booked = 0;
        for (int i = 0; i < deals.size; i++) {
            booked += isBooked(i) ? deals.booked[i] : 0;
        }
        return booked;
    }

    private boolean isBooked(int deal) {
        return deals.won[deal] && deals.end[deal] >= horizon.from() && deals.end[deal] <= horizon.last();
    }

    private void addBooked(PartList parts) {
        int count = 0;
        for (int i = 0; i < deals.size; i++) {
            count += isBooked(i) ? 1 : 0;
        }
        parts.add(ForecastPart.Kind.BOOKED, "won in the period", count, booked());
    }

    private void addByStage(PartList parts, double[] probability, boolean present) {
        int states = deals.stages.size() + 1;
        double[] value = new double[states];
        int[] count = new int[states];
        for (int i = 0; i < deals.size; i++) {
            if (deals.isOpen(i)) {
                int stage = present ? deals.stage[i] : deals.stayStage[deals.lastStay(i)];
                int state = stage < 0 ? states - 1 : stage;
                value[state] += deals.value[i] * probability[state];
                count[state]++;
            }
        }
        for (int state = 0; state < states; state++) {
            parts.add(
                    ForecastPart.Kind.OPEN,
                    state < deals.stages.size() ? deals.stages.get(state) : "unknown stage",
                    count[state],
                    value[state]);
        }
    }

    private void addRunRate(PartList parts) {
        parts.add(
                ForecastPart.Kind.RUN_RATE,
                "last " + Math.min(NaiveMethods.RATE_DAYS, deals.day - observedFrom) + " days, for "
                        + horizon.daysLeft() + " days",
                0,
                NaiveMethods.runRate(deals, horizon, observedFrom));
    }

    private void addHazards(PartList parts) {
        int states = deals.stages.size() + 1;
        double[][] value = new double[BucketCorrection.COUNT][states];
        double[][] wins = new double[BucketCorrection.COUNT][states];
        for (int i = 0; i < deals.size; i++) {
            if (deals.isOpen(i)) {
                int bucket = BucketCorrection.of(hazards.age(i));
                int state = deals.stayStage[deals.lastStay(i)];
                value[bucket][state] += hazards.chance[i] * hazards.price(i);
                wins[bucket][state] += hazards.chance[i];
            }
        }
        double open = 0;
        double[] byBucket = new double[BucketCorrection.COUNT + 1];
        double[] winsByBucket = new double[BucketCorrection.COUNT + 1];
        for (int bucket = 0; bucket < BucketCorrection.COUNT; bucket++) {
            for (int state = 0; state < states; state++) {
                String stage = deals.byStage ? ", " + stageName(state) : "";
                parts.add(
                        ForecastPart.Kind.OPEN,
                        BucketCorrection.name(bucket) + stage,
                        wins[bucket][state],
                        value[bucket][state]);
                byBucket[bucket] += value[bucket][state];
                winsByBucket[bucket] += wins[bucket][state];
            }
            open += byBucket[bucket];
        }
        double fresh = 0;
        for (Arrivals.Stream stream : hazards.arrivals.streams()) {
            double brings = stream.wins() * stream.meanValue();
            parts.add(ForecastPart.Kind.NEW, deals.products.get(stream.product()), stream.wins(), brings);
            fresh += brings;
        }
        double valueFactor = hazards.effects.valueFactor();
        parts.add(ForecastPart.Kind.VALUE, "larger or smaller deals win", 0, (open + fresh) * (valueFactor - 1));
        byBucket[BucketCorrection.NEW] = fresh;
        winsByBucket[BucketCorrection.NEW] = hazards.arrivals.wins();
        for (int bucket = 0; options.correctedByBacktest() && bucket <= BucketCorrection.NEW; bucket++) {
            double factor = earlier.correction().factor(bucket);
            parts.add(
                    ForecastPart.Kind.CORRECTION,
                    BucketCorrection.name(bucket),
                    winsByBucket[bucket] * (factor - 1),
                    byBucket[bucket] * valueFactor * (factor - 1));
        }
    }

    private String stageName(int state) {
        return state < deals.stages.size() ? deals.stages.get(state) : "unknown stage";
    }

    static String stageName(KnownDeals deals, int deal) {
        int state = deals.stayStage[deals.lastStay(deal)];
        return !deals.byStage ? "open" : state < deals.stages.size() ? deals.stages.get(state) : "unknown stage";
    }

    /** The distribution of the rest, corrected as the parts are. */
    TotalDistribution distribution(HazardForecast from) {
        double valueFactor = from.effects.valueFactor();
        int open = 0;
        for (int i = 0; i < deals.size; i++) {
            open += deals.isOpen(i) ? 1 : 0;
        }
        double[] chances = new double[open];
        double[] values = new double[open];
        int next = 0;
        for (int i = 0; i < deals.size; i++) {
            if (deals.isOpen(i)) {
                double factor = options.correctedByBacktest()
                        ? earlier.correction().factor(BucketCorrection.of(from.age(i)))
                        : 1;
                chances[next] = Math.min(1, from.chance[i] * factor);
                values[next] = from.price(i) * valueFactor;
                next++;
            }
        }
        double[] shape = from.arrivals.shapeValues.clone();
        for (int i = 0; i < shape.length; i++) {
            shape[i] *= valueFactor;
        }
        double wins = from.arrivals.wins()
                * (options.correctedByBacktest() ? earlier.correction().factor(BucketCorrection.NEW) : 1);
        return TotalDistribution.of(chances, values, wins, shape, from.arrivals.shapeWeights);
    }
}
