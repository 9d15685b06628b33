package io.salesops.benchmarks.forecast;

import java.util.SplittableRandom;

/** A forecaster that knows every parameter of a generated market, and which deals are stuck; only chance is hidden from it. */
final class Oracle {
    private static final int DRAWS = 400;

    private final Market market;

    Oracle(Market market) {
        this.market = market;
    }

    /** What is still to come after a day, up to the last day of a period. */
    double rest(int known, int last) {
        double rest = 0;
        for (Market.Deal deal : market.deals) {
            if (deal.openOn(known) && !deal.stuck()) {
                rest += entering(deal, known, last)[deal.stageOn(known)][0] * deal.list() * Market.PRICE;
            }
        }
        SplittableRandom random = new SplittableRandom(7);
        double fresh = 0;
        for (int i = 0; i < DRAWS; i++) {
            Market.Deal deal = market.draw(0, random);
            if (!deal.stuck()) {
                double[] chance = entering(deal, known, last)[0];
                for (int day = known + 1; day <= last; day++) {
                    fresh += market.regime.arrivalsOn(day) * chance[day - known] * deal.list() * Market.PRICE / DRAWS;
                }
            }
        }
        return rest + fresh;
    }

    /** By stage and days after {@code known}: the chance that a deal that is in the stage then is won by the last day. */
    private double[][] entering(Market.Deal deal, int known, int last) {
        int days = last - known;
        double[][] chance = new double[Market.WIN.length][days + 1];
        for (int after = days - 1; after >= 0; after--) {
            int day = known + after + 1;
            for (int stage = Market.WIN.length - 1; stage >= 0; stage--) {
                double win = market.winHazard(deal, stage, day);
                double lose = Market.LOSE[stage] * market.regime.speed();
                double advance = Market.ADVANCE[stage] * market.regime.speed();
                double next = stage + 1 < Market.WIN.length ? chance[stage + 1][after + 1] : 0;
                chance[stage][after] = win + advance * next + (1 - win - lose - advance) * chance[stage][after + 1];
            }
        }
        return chance;
    }
}
