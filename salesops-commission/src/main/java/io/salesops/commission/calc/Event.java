package io.salesops.commission.calc;

import io.salesops.commission.credit.Credit;
import javax.money.MonetaryAmount;

/** A credit that counts, in whole units of the measures in which it does. */
final class Event {
    private final Credit credit;
    private final Credit origin;
    private final MonetaryAmount amount;
    private final int[] measures;
    private final long[] units;
    private final boolean pays;

    /**
     * @param origin the credit that answers what it is: the sale where it is a refund
     * @param amount the credited amount in the plan's currency
     * @param measures the positions of the measures in which it counts
     * @param units how much it counts in each of them
     * @param pays whether it earns, too
     */
    Event(Credit credit, Credit origin, MonetaryAmount amount, int[] measures, long[] units, boolean pays) {
        this.credit = credit;
        this.origin = origin;
        this.amount = amount;
        this.measures = measures;
        this.units = units;
        this.pays = pays;
    }

    Credit credit() {
        return credit;
    }

    /** The credit that answers what this one is: a refund counts where and as its sale did. */
    Credit origin() {
        return origin;
    }

    String source() {
        return credit.source();
    }

    MonetaryAmount amount() {
        return amount;
    }

    /** Whether it earns; else it is another plan's, and makes attainment only. */
    boolean pays() {
        return pays;
    }

    /** In how many measures it counts. */
    int size() {
        return measures.length;
    }

    int measure(int index) {
        return measures[index];
    }

    long units(int index) {
        return units[index];
    }

    /** Whether it counts in a measure. */
    boolean counts(int measure) {
        for (int counted : measures) {
            if (counted == measure) {
                return true;
            }
        }
        return false;
    }

    /** Returns how much it counts in a measure; 0 where it does not count. */
    long in(int measure) {
        for (int i = 0; i < measures.length; i++) {
            if (measures[i] == measure) {
                return units[i];
            }
        }
        return 0;
    }
}
