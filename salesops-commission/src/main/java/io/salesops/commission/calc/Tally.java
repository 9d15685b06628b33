package io.salesops.commission.calc;

import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PayRate;
import io.salesops.core.money.Rational;
import java.util.Optional;

/**
 * The running pay of one rule for one payee, by tier. Not thread-safe: one call, one tally.
 *
 * <p>Whatever the rule, the running pay depends on the credits so far and on nothing else, so that refunds unwind what
 * their sales paid.
 */
abstract class Tally {
    private final int measure;
    final long[] paid;
    final long[] base;

    Tally(int measure, int tiers) {
        this.measure = measure;
        paid = new long[tiers];
        base = new long[tiers];
    }

    /** The position of the measure that is paid. */
    int measure() {
        return measure;
    }

    int tiers() {
        return paid.length;
    }

    long sum() {
        long sum = 0;
        for (long tier : paid) {
            sum = Math.addExact(sum, tier);
        }
        return sum;
    }

    Moment moment() {
        PayRate[] rates = new PayRate[moves() ? tiers() : 0];
        for (int tier = 0; tier < rates.length; tier++) {
            rates[tier] = rate(tier);
        }
        return new Moment(paid.clone(), base.clone(), rates);
    }

    /** Whether a credit can change what the rule pays. */
    boolean touches(Event event) {
        return event.counts(measure);
    }

    /** Takes a credit; the running totals include it. */
    abstract void add(Event event, long[] totals);

    abstract Optional<Level> upTo(int tier);

    abstract PayRate rate(int tier);

    /** What a tier has paid without rounding, in units of pay. */
    abstract Rational exact(int tier);

    boolean moves() {
        return false;
    }

    /** Whether tiers have an order that statements number; cells of a grid have none. */
    boolean isNumbered() {
        return true;
    }

    /** Whether the base of a tier is how often its amount was paid, and no figure of the measure. */
    boolean countsTimes(int tier) {
        return false;
    }
}
