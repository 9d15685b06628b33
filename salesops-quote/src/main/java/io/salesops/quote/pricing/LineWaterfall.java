package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.quote.price.PricingPolicy;
import java.math.RoundingMode;

/**
 * Walks one line from list to net: the exact price goes on from step to step, and each step's amount is the difference
 * of the rounded prices after and before it. So rounding never accumulates, and percentages commute. Lives in one call.
 */
final class LineWaterfall {
    private final MinorUnits money;
    private final RoundingMode mode;
    private final boolean byUnit;
    private final int unitScale;
    private final Rational units;
    private final ImmutableList.Builder<PriceStep> steps = ImmutableList.builder();
    private Rational exact = Rational.ZERO;
    private long minor;

    /**
     * Starts a line.
     *
     * @param units what a unit price is multiplied with: quantity times months
     */
    LineWaterfall(PricingPolicy policy, MinorUnits money, Rational units) {
        this.money = money;
        this.mode = policy.rounding().mode();
        // Of nothing there is no unit price: what it costs are flat fees, and those are rounded as they are.
        this.byUnit = policy.roundAt() == PricingPolicy.Place.UNIT && units.signum() != 0;
        this.unitScale = policy.unitScale().orElse(money.scale());
        this.units = units;
    }

    /** Sets the list price. */
    void list(Rational price, RuleRef rule, Cause cause) {
        step(price, rule, cause);
    }

    /** Takes a percentage off the exact price. */
    void percentage(Rate rate, RuleRef rule, Cause cause) {
        step(exact.times(Rational.ONE.minus(rate.value())), rule, cause);
    }

    /** Takes off an amount that is rounded already; the line's price before it is its rounded one. */
    void share(long share, Rational exactShare, RuleRef rule, Cause cause) {
        long after = Math.subtractExact(minor, share);
        steps.add(new PriceStep(rule, cause, money, -share, after, exactShare.negated()));
        exact = money.exact(after);
        minor = after;
    }

    private void step(Rational after, RuleRef rule, Cause cause) {
        long minorAfter = rounded(after);
        steps.add(new PriceStep(
                rule, cause, money, Math.subtractExact(minorAfter, minor), minorAfter, after.minus(exact)));
        exact = after;
        minor = minorAfter;
    }

    private long rounded(Rational price) {
        if (!byUnit) {
            return money.round(price, mode);
        }
        Rational unit = Rational.of(price.dividedBy(units).round(unitScale, mode));
        // The product is whole in minor units but for fractional quantities and finer unit prices.
        return money.round(unit.times(units), mode);
    }

    /** The rounded price so far, in minor units. */
    long minor() {
        return minor;
    }

    /** The steps so far. */
    ImmutableList<PriceStep> steps() {
        return steps.build();
    }
}
