package io.salesops.core.forecast;

import java.util.ArrayList;
import java.util.List;

/**
 * Deals that do not exist yet: how many of each product will be created and won within the period, and what they will bring.
 *
 * <p>They arrive as in the last 91 days; where there are 455 days of records, changed by the root of what last year's
 * counterpart of the coming 91 days was to the 91 days before it.
 */
final class Arrivals {
    private static final int RATE_DAYS = 91;
    private static final int SEASON_DAYS = 455;
    private static final double SEASON_PRIOR = 10;
    private static final double VALUE_PRIOR = 3;

    /**
     * What is to come of one product.
     *
     * @param product the product
     * @param wins how many will be created and won
     * @param meanValue what a won one brings, in minor units, with the price factor, without the value factor
     */
    record Stream(int product, double wins, double meanValue) {}

    private final List<Stream> streams = new ArrayList<>();
    /** The values of recent deals with the factors of their chances, as the shape of what one brings. */
    final double[] shapeValues;

    final double[] shapeWeights;

    private Arrivals(KnownDeals deals, Horizon horizon, int observedFrom, Hazards.Chances chances, WinEffects effects) {
        int products = deals.products.size();
        double[] created = new double[products];
        double[] factorSum = new double[products];
        double[] valueSum = new double[products];
        double[] recent = new double[products];
        double[] entry = new double[deals.stages.size() + 1];
        double allValue = 0;
        double allFactor = 0;
        double allRecent = 0;
        double lastYear = 0;
        double lastYearBefore = 0;
        List<double[]> shape = new ArrayList<>();
        for (int i = 0; i < deals.size; i++) {
            int start = deals.start[i];
            if (start <= observedFrom) {
                continue;
            }
            int ago = deals.day - start;
            if (ago < RATE_DAYS) {
                created[deals.product[i]]++;
            }
            if (ago < Hazards.WINDOW_DAYS) {
                double factor = effects.factor(i);
                double value = Double.isNaN(deals.value[i]) ? 0 : deals.value[i];
                recent[deals.product[i]]++;
                factorSum[deals.product[i]] += factor;
                valueSum[deals.product[i]] += factor * value;
                allRecent++;
                allFactor += factor;
                allValue += factor * value;
                entry[deals.stayStage[deals.firstStay[i]]]++;
                shape.add(new double[] {value, factor, deals.product[i]});
            }
            if (ago < Hazards.WINDOW_DAYS && ago >= Hazards.WINDOW_DAYS - RATE_DAYS) {
                lastYear++;
            } else if (ago >= Hazards.WINDOW_DAYS && ago < SEASON_DAYS) {
                lastYearBefore++;
            }
        }
        int rateDays = Math.max(1, Math.min(RATE_DAYS, deals.day - observedFrom));
        double season = deals.day - observedFrom >= SEASON_DAYS
                ? StrictMath.sqrt((lastYear + SEASON_PRIOR) / (lastYearBefore + SEASON_PRIOR))
                : 1;
        double perArrival = 0;
        for (int after = 1; after <= Math.max(0, horizon.last() - horizon.day()); after++) {
            for (int state = 0; allRecent > 0 && state < entry.length; state++) {
                perArrival += entry[state] / allRecent * chances.entering(state, after);
            }
        }
        double[] lambda = new double[products];
        for (int product = 0; product < products; product++) {
            if (created[product] == 0 || allFactor == 0) {
                continue;
            }
            double meanFactor =
                    (factorSum[product] + VALUE_PRIOR * allFactor / allRecent) / (recent[product] + VALUE_PRIOR);
            double meanOfValues =
                    (valueSum[product] + VALUE_PRIOR * allValue / allRecent) / (recent[product] + VALUE_PRIOR);
            lambda[product] = created[product] / rateDays * season;
            double wins = lambda[product] * perArrival * meanFactor;
            streams.add(new Stream(product, wins, meanOfValues / meanFactor * effects.priceFactor()));
        }
        shapeValues = shape.stream()
                .mapToDouble(row -> row[0] * effects.priceFactor())
                .toArray();
        shapeWeights = shape.stream()
                .mapToDouble(row -> {
                    int product = (int) row[2];
                    return row[1] * lambda[product] / Math.max(1, recent[product]);
                })
                .toArray();
    }

    static Arrivals of(
            KnownDeals deals, Horizon horizon, int observedFrom, Hazards.Chances chances, WinEffects effects) {
        return new Arrivals(deals, horizon, observedFrom, chances, effects);
    }

    List<Stream> streams() {
        return streams;
    }

    /** How many new deals will be won. */
    double wins() {
        double wins = 0;
        for (Stream stream : streams) {
            wins += stream.wins();
        }
        return wins;
    }

    /** The variance of what they bring: arrivals times the mean square of a value. */
    double variance() {
        double weights = 0;
        double squares = 0;
        for (int i = 0; i < shapeValues.length; i++) {
            weights += shapeWeights[i];
            squares += shapeWeights[i] * shapeValues[i] * shapeValues[i];
        }
        return weights == 0 ? 0 : wins() * squares / weights;
    }
}
