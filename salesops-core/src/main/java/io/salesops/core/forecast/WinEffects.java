package io.salesops.core.forecast;

/**
 * How product, rep and size change the chance to win, and what is won of the value while open.
 *
 * <p>Each factor is won deals over expected ones, drawn to 1 by twenty deals; they are fitted by turns (three rounds), with
 * one Newton step of the size effect in each. So a rep with three deals hardly differs from the others.
 */
final class WinEffects {
    private static final int ROUNDS = 3;
    private static final double PRIOR = 20;
    private static final double LEAST_SIZE = 0.2;
    private static final double MOST_SIZE = 5;
    private static final double VALUE_PRIOR = 100;
    private static final double PRICE_PRIOR = 5;
    private static final double MOST_CHANCE = 0.995;

    private final KnownDeals deals;
    private final double[] byProduct;
    private final double[] byOwner;
    private final double[] expected;
    private final boolean[] counted;
    private double slope;
    private double meanLog;
    private double valueFactor = 1;
    private double priceFactor = 1;

    private WinEffects(KnownDeals deals, Hazards hazards) {
        this.deals = deals;
        this.byProduct = ones(deals.products.size());
        this.byOwner = ones(deals.owners.size());
        this.expected = new double[deals.size];
        this.counted = new boolean[deals.size];
        double logs = 0;
        int valued = 0;
        for (int i = 0; i < deals.size; i++) {
            expected[i] = hazards.expectedWins(i);
            counted[i] = hazards.wonWhileCounted(i);
            if (deals.value[i] > 0) {
                logs += StrictMath.log(deals.value[i]);
                valued++;
            }
        }
        meanLog = valued == 0 ? 0 : logs / valued;
        for (int round = 0; round < ROUNDS; round++) {
            fitGroups(byProduct, deals.product);
            fitGroups(byOwner, deals.owner);
            fitSize();
        }
        fitValue();
        fitPrice(hazards.first());
    }

    /** Fits the effects. */
    static WinEffects fit(KnownDeals deals, Hazards hazards) {
        return new WinEffects(deals, hazards);
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    private void fitGroups(double[] factors, int[] groupOf) {
        if (factors.length < 2) {
            return;
        }
        double[] won = new double[factors.length];
        double[] due = new double[factors.length];
        for (int i = 0; i < deals.size; i++) {
            int group = groupOf[i];
            due[group] += expected[i] * factor(i) / factors[group];
            won[group] += counted[i] ? 1 : 0;
        }
        for (int group = 0; group < factors.length; group++) {
            factors[group] = (won[group] + PRIOR) / (due[group] + PRIOR);
        }
    }

    private void fitSize() {
        double score = 0;
        double information = 0;
        for (int i = 0; i < deals.size; i++) {
            if (deals.value[i] > 0) {
                double x = StrictMath.log(deals.value[i]) - meanLog;
                double due = expected[i] * factor(i);
                score += ((counted[i] ? 1 : 0) - due) * x;
                information += due * x * x;
            }
        }
        slope = Math.max(-1, Math.min(1, slope + (score - PRIOR * slope) / (information + PRIOR)));
    }

    /** Counts of wins do not say what they bring: this holds expected value against won value. */
    private void fitValue() {
        double won = 0;
        double due = 0;
        double dueSquares = 0;
        for (int i = 0; i < deals.size; i++) {
            if (deals.value[i] > 0) {
                double expectedValue = expected[i] * factor(i) * deals.value[i];
                due += expectedValue;
                dueSquares += expectedValue * deals.value[i];
                won += counted[i] ? deals.value[i] : 0;
            }
        }
        if (due > 0) {
            double effective = due * due / dueSquares;
            valueFactor = 1 + (won / due - 1) * effective / (effective + VALUE_PRIOR);
        }
    }

    private void fitPrice(int since) {
        double brought = 0;
        double asked = 0;
        int won = 0;
        for (int i = 0; i < deals.size; i++) {
            if (deals.won[i] && deals.end[i] > since && deals.value[i] > 0) {
                brought += deals.booked[i];
                asked += deals.value[i];
                won++;
            }
        }
        if (won > 0 && asked > 0) {
            double usual = PRICE_PRIOR * asked / won;
            priceFactor = (brought + usual) / (asked + usual);
        }
    }

    /** How much more likely than by the hazards alone a deal is won. */
    double factor(int deal) {
        return byProduct[deals.product[deal]] * byOwner[deals.owner[deal]] * size(deal);
    }

    double ofProduct(int deal) {
        return byProduct[deals.product[deal]];
    }

    double ofOwner(int deal) {
        return byOwner[deals.owner[deal]];
    }

    double size(int deal) {
        return deals.value[deal] > 0
                ? Math.max(
                        LEAST_SIZE,
                        Math.min(MOST_SIZE, StrictMath.exp(slope * (StrictMath.log(deals.value[deal]) - meanLog))))
                : 1;
    }

    /** A chance with the factor applied to its odds. */
    double chance(int deal, double byHazard) {
        double raised = byHazard * factor(deal);
        return Math.min(MOST_CHANCE, raised / (raised + 1 - byHazard));
    }

    /** What is won of the value that won deals had while open. */
    double priceFactor() {
        return priceFactor;
    }

    /** How the value of what is won differs from the value of what counts of wins expect. */
    double valueFactor() {
        return valueFactor;
    }
}
