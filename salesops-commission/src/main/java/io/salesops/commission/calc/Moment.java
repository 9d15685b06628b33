package io.salesops.commission.calc;

import io.salesops.commission.plan.PayRate;

/** The figures of a tally when some credits have counted. Immutable: the tally that made it keeps its own. */
final class Moment {
    private final long[] paid;
    private final long[] base;
    private final PayRate[] rates;

    /**
     * @param rates what tiers paid, where that moves; empty where it does not
     */
    Moment(long[] paid, long[] base, PayRate[] rates) {
        this.paid = paid;
        this.base = base;
        this.rates = rates;
    }

    long paid(int tier) {
        return paid[tier];
    }

    long base(int tier) {
        return base[tier];
    }

    boolean moves() {
        return rates.length > 0;
    }

    PayRate rate(int tier) {
        return rates[tier];
    }

    long sum() {
        long sum = 0;
        for (long tier : paid) {
            sum = Math.addExact(sum, tier);
        }
        return sum;
    }
}
