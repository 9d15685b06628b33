package io.salesops.commission.calc;

import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PayRate;
import io.salesops.core.money.Rational;
import java.util.Optional;

/**
 * The running pay of one rule as a function of a running total, tier by tier. All figures are whole units.
 *
 * <p>Only the running pay is rounded, so the pay of a credit, a difference of two values, telescopes: lines sum to the
 * total whatever their number.
 */
interface Curve {

    /** How many tiers there are. */
    int tiers();

    /** Where a tier ends; empty for the last. */
    Optional<Level> upTo(int tier);

    /** What a tier pays when the measure has run to {@code total}. */
    PayRate rate(int tier, long total);

    /** Writes what each tier has paid, rounded, when the measure has run to {@code total}. */
    void pay(long total, long[] byTier);

    /** Writes how much of the running total falls in each tier; bounds between two units are rounded half up. */
    void base(long total, long[] byTier);

    /** Returns what a tier would have paid without rounding, in units of pay. */
    Rational exact(long total, int tier);

    /** Whether the rate of a tier moves with the total: then what was paid is taken back and paid anew. */
    default boolean moves() {
        return false;
    }

    /** Whether the base is how often an amount was paid, and no figure of the measure. */
    default boolean countsTimes() {
        return false;
    }
}
