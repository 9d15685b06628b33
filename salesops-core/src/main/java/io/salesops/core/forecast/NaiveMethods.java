package io.salesops.core.forecast;

import io.salesops.core.process.SalesProcess;
import io.salesops.core.process.Stage;
import io.salesops.core.process.StageOutcome;

/** The methods that most teams use, to be compared with; each returns what is still to come, in minor units. */
final class NaiveMethods {
    static final int RATE_DAYS = 91;

    private NaiveMethods() {}

    /** What was won a day lately, for each day that is left. */
    static double runRate(KnownDeals deals, Horizon horizon, int observedFrom) {
        int days = Math.min(RATE_DAYS, deals.day - observedFrom);
        if (days <= 0) {
            return 0;
        }
        double won = 0;
        for (int i = 0; i < deals.size; i++) {
            if (deals.won[i] && deals.end[i] > deals.day - days) {
                won += deals.booked[i];
            }
        }
        return won / days * horizon.daysLeft();
    }

    /** The stated probability of each stage; where the stage of a deal is not known, the mean over open stages. */
    static double[] stated(SalesProcess process) {
        double[] probabilities = new double[process.stages().size() + 1];
        double sum = 0;
        int open = 0;
        for (int i = 0; i < process.stages().size(); i++) {
            Stage stage = process.stages().get(i);
            probabilities[i] = stage.probability().value().approximate();
            if (stage.outcome() == StageOutcome.OPEN) {
                sum += probabilities[i];
                open++;
            }
        }
        probabilities[process.stages().size()] = open == 0 ? 0 : sum / open;
        return probabilities;
    }

    /** The share of closed deals that were won, of those that had been in each stage; by place of the stage. */
    static double[] conversion(KnownDeals deals, int observedFrom) {
        int states = deals.stages.size() + 1;
        double[] won = new double[states];
        double[] closed = new double[states];
        double wonInAll = 0;
        double closedInAll = 0;
        for (int i = 0; i < deals.size; i++) {
            if (deals.isOpen(i) || deals.end[i] <= observedFrom) {
                continue;
            }
            closedInAll++;
            wonInAll += deals.won[i] ? 1 : 0;
            for (int stay = deals.firstStay[i]; stay <= deals.lastStay(i); stay++) {
                int stage = deals.stayStage[stay];
                boolean firstTime = true;
                for (int earlier = deals.firstStay[i]; earlier < stay; earlier++) {
                    firstTime &= deals.stayStage[earlier] != stage;
                }
                if (firstTime) {
                    closed[stage]++;
                    won[stage] += deals.won[i] ? 1 : 0;
                }
            }
        }
        double overall = closedInAll == 0 ? 0 : wonInAll / closedInAll;
        double[] rates = new double[states];
        for (int i = 0; i < states; i++) {
            rates[i] = closed[i] == 0 ? overall : won[i] / closed[i];
        }
        return rates;
    }
}
