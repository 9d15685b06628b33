package io.salesops.core.forecast;

/** What hazards make of the deals known on a day: the chance of each open one, and what new ones will bring. */
final class HazardForecast {
    final KnownDeals deals;
    final Horizon horizon;
    final int observedFrom;
    final Hazards hazards;
    final WinEffects effects;
    final Arrivals arrivals;
    /** By deal: the chance to be won within the period; NaN for closed deals. */
    final double[] chance;
    /** By deal: the same before product, rep and size. */
    final double[] byHazard;

    private HazardForecast(KnownDeals deals, Horizon horizon, int observedFrom) {
        this.deals = deals;
        this.horizon = horizon;
        this.observedFrom = observedFrom;
        this.hazards = Hazards.fit(deals, horizon, observedFrom);
        this.effects = WinEffects.fit(deals, hazards);
        Hazards.Chances chances = hazards.chances(horizon);
        this.chance = new double[deals.size];
        this.byHazard = new double[deals.size];
        double[][] known = new double[hazards.states()][];
        for (int i = 0; i < deals.size; i++) {
            chance[i] = Double.NaN;
            if (deals.isOpen(i)) {
                int stay = deals.lastStay(i);
                int state = deals.stayStage[stay];
                byHazard[i] = staying(known, chances, state, deals.day - deals.stayFrom[stay]);
                chance[i] = effects.chance(i, byHazard[i]);
            }
        }
        this.arrivals = Arrivals.of(deals, horizon, observedFrom, chances, effects);
    }

    static HazardForecast of(KnownDeals deals, Horizon horizon, int observedFrom) {
        return new HazardForecast(deals, horizon, observedFrom);
    }

    /** Deals of one stage and age share their chance. */
    private static double staying(double[][] known, Hazards.Chances chances, int state, int age) {
        if (known[state] == null || known[state].length <= age) {
            double[] longer = new double[Math.max(64, age * 2)];
            java.util.Arrays.fill(longer, Double.NaN);
            if (known[state] != null) {
                System.arraycopy(known[state], 0, longer, 0, known[state].length);
            }
            known[state] = longer;
        }
        if (Double.isNaN(known[state][age])) {
            known[state][age] = chances.staying(state, age);
        }
        return known[state][age];
    }

    int age(int deal) {
        return deals.day - deals.start[deal];
    }

    /** What a deal brings if it is won, in minor units, without the value factor. */
    double price(int deal) {
        return deals.value[deal] * effects.priceFactor();
    }

    /** What open deals and new ones bring in all, in minor units, before any correction. */
    double rest() {
        double rest = 0;
        for (int i = 0; i < deals.size; i++) {
            if (deals.isOpen(i)) {
                rest += chance[i] * price(i);
            }
        }
        for (Arrivals.Stream stream : arrivals.streams()) {
            rest += stream.wins() * stream.meanValue();
        }
        return rest * effects.valueFactor();
    }

    /** The variance of {@link #rest} over its square, if deals did not depend on each other. */
    double relativeVariance() {
        double rest = rest() / effects.valueFactor();
        double variance = 0;
        for (int i = 0; i < deals.size; i++) {
            if (deals.isOpen(i)) {
                variance += chance[i] * (1 - chance[i]) * price(i) * price(i);
            }
        }
        return rest == 0 ? 0 : (variance + arrivals.variance()) / (rest * rest);
    }
}
