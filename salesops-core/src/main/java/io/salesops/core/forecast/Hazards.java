package io.salesops.core.forecast;

/**
 * Daily hazards of being won, being lost and moving on, by stage, time in stage and month of the quarter: competing risks in
 * a semi-Markov process.
 *
 * <p>Days before the records begin and more than a year ago teach nothing (left truncation), and deals that are open count
 * for the days that they have been at risk (right censoring); estimates made of closed deals alone would be far too high.
 * The month of the quarter is fitted by turns with the hazards (three rounds) where there are 80 days or more.
 */
final class Hazards {
    static final int WIN = 0;
    static final int LOSE = 1;
    static final int MOVE = 2;
    static final int WINDOW_DAYS = 364;

    private static final int OUTCOMES = 3;
    private static final int MONTHS = 3;
    private static final int ROUNDS = 3;
    private static final int CALENDAR_DAYS = 80;
    private static final double CALENDAR_PRIOR = 20;
    private static final double MOST_A_DAY = 0.9;

    private final KnownDeals deals;
    private final int states;
    private final int first;
    private final byte[] months;
    /** By state, outcome and age bin. */
    private final double[][][] hazard;

    private final double[][] calendar = {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};
    /** By state and next state: the share of moves that lead there. */
    private final double[][] next;

    private final double[][][] exposure;
    private final double[][][][] events;

    private Hazards(KnownDeals deals, Horizon horizon, int observedFrom) {
        this.deals = deals;
        this.states = deals.stages.size() + 1;
        this.first = Math.max(observedFrom, deals.day - WINDOW_DAYS);
        this.months = horizon.monthsOfQuarter(first, Math.max(horizon.last(), deals.day) + 1);
        this.exposure = new double[states][AgeBins.COUNT][MONTHS];
        this.events = new double[states][OUTCOMES][AgeBins.COUNT][MONTHS];
        this.next = new double[states][states];
        this.hazard = new double[states][OUTCOMES][];
        count();
        fit();
    }

    /** Fits hazards to what was known on a day. */
    static Hazards fit(KnownDeals deals, Horizon horizon, int observedFrom) {
        return new Hazards(deals, horizon, observedFrom);
    }

    int states() {
        return states;
    }

    /** The first day whose exposure counts, less one. */
    int first() {
        return first;
    }

    double[] calendar(int outcome) {
        return calendar[outcome];
    }

    private int month(int day) {
        return months[Math.min(Math.max(0, day - first), months.length - 1)];
    }

    private void count() {
        for (int i = 0; i < deals.size; i++) {
            for (int stay = deals.firstStay[i]; stay <= deals.lastStay(i); stay++) {
                count(i, stay);
            }
        }
    }

    private void count(int deal, int stay) {
        int state = deals.stayStage[stay];
        int entered = deals.stayFrom[stay];
        int left = deals.stayEnd(deal, stay);
        // A deal that leaves on the day on which it entered was at risk for that one day.
        int until = left == KnownDeals.OPEN ? deals.day : Math.max(left, entered + 1);
        for (int day = Math.max(entered, first) + 1; day <= until; day++) {
            exposure[state][AgeBins.of(day - entered)][month(day)]++;
        }
        if (left != KnownDeals.OPEN && until > first) {
            boolean moved = stay < deals.lastStay(deal);
            int outcome = moved ? MOVE : deals.won[deal] ? WIN : LOSE;
            events[state][outcome][AgeBins.of(until - entered)][month(until)]++;
            if (moved) {
                next[state][deals.stayStage[stay + 1]]++;
            }
        }
    }

    private void fit() {
        boolean seasonal = deals.day - first >= CALENDAR_DAYS;
        fitBins();
        for (int round = 0; seasonal && round < ROUNDS; round++) {
            fitCalendar(WIN);
            fitCalendar(LOSE);
            fitBins();
        }
        for (double[] row : next) {
            double sum = 0;
            for (double moves : row) {
                sum += moves;
            }
            for (int i = 0; sum > 0 && i < states; i++) {
                row[i] /= sum;
            }
        }
    }

    private void fitBins() {
        double[] weighted = new double[AgeBins.COUNT];
        double[] happened = new double[AgeBins.COUNT];
        for (int state = 0; state < states; state++) {
            for (int outcome = 0; outcome < OUTCOMES; outcome++) {
                for (int bin = 0; bin < AgeBins.COUNT; bin++) {
                    weighted[bin] = 0;
                    happened[bin] = 0;
                    for (int month = 0; month < MONTHS; month++) {
                        weighted[bin] += exposure[state][bin][month] * calendar[outcome][month];
                        happened[bin] += events[state][outcome][bin][month];
                    }
                }
                hazard[state][outcome] = AgeBins.hazards(weighted, happened);
            }
        }
    }

    private void fitCalendar(int outcome) {
        for (int month = 0; month < MONTHS; month++) {
            double observed = 0;
            double expected = 0;
            for (int state = 0; state < states; state++) {
                for (int bin = 0; bin < AgeBins.COUNT; bin++) {
                    observed += events[state][outcome][bin][month];
                    expected += exposure[state][bin][month] * hazard[state][outcome][bin];
                }
            }
            calendar[outcome][month] = (observed + CALENDAR_PRIOR) / (expected + CALENDAR_PRIOR);
        }
    }

    /** How many wins of a deal the hazards expect on the days that were counted. */
    double expectedWins(int deal) {
        double sum = 0;
        for (int stay = deals.firstStay[deal]; stay <= deals.lastStay(deal); stay++) {
            int entered = deals.stayFrom[stay];
            int left = deals.stayEnd(deal, stay);
            int until = left == KnownDeals.OPEN ? deals.day : Math.max(left, entered + 1);
            double[] wins = hazard[deals.stayStage[stay]][WIN];
            for (int day = Math.max(entered, first) + 1; day <= until; day++) {
                sum += wins[AgeBins.of(day - entered)] * calendar[WIN][month(day)];
            }
        }
        return sum;
    }

    /** Whether the win of a deal was counted. */
    boolean wonWhileCounted(int deal) {
        return deals.won[deal] && Math.max(deals.end[deal], deals.stayFrom[deals.lastStay(deal)] + 1) > first;
    }

    /** The chances to be won within the days of a forecast. */
    Chances chances(Horizon horizon) {
        return new Chances(horizon);
    }

    /** Chances to be won from the first open day to the last day of a period. */
    final class Chances {
        private final Horizon horizon;
        private final int days;
        /** By state and days since the day of the forecast: the chance of a deal that enters the state on that day. */
        private final double[][] entering;

        private Chances(Horizon horizon) {
            this.horizon = horizon;
            this.days = Math.max(0, horizon.last() - horizon.day());
            this.entering = new double[states][days + 1];
            for (int entry = days - 1; entry >= 0; entry--) {
                for (int state = 0; state < states; state++) {
                    entering[state][entry] = chance(state, 0, entry);
                }
            }
        }

        /** The chance of a deal that enters a state so many days after the day of the forecast. */
        double entering(int state, int daysAfter) {
            return entering[state][daysAfter];
        }

        /** The chance of a deal that has been in a state for {@code age} days on the day of the forecast. */
        double staying(int state, int age) {
            return chance(state, age, 0);
        }

        private double chance(int state, int age, int after) {
            double alive = 1;
            double chance = 0;
            for (int ahead = after + 1; ahead <= days; ahead++) {
                int day = horizon.day() + ahead;
                int bin = AgeBins.of(age + ahead - after);
                int month = month(day);
                double win = hazard[state][WIN][bin] * calendar[WIN][month];
                double lose = hazard[state][LOSE][bin] * calendar[LOSE][month];
                double move = hazard[state][MOVE][bin];
                double sum = win + lose + move;
                if (sum > MOST_A_DAY) {
                    win *= MOST_A_DAY / sum;
                    move *= MOST_A_DAY / sum;
                    sum = MOST_A_DAY;
                }
                double later = 0;
                if (move > 0) {
                    for (int to = 0; to < states; to++) {
                        later += next[state][to] * entering[to][ahead];
                    }
                }
                chance += alive * ((day >= horizon.firstOpenDay() ? win : 0) + move * later);
                alive *= 1 - sum;
            }
            return chance;
        }
    }
}
