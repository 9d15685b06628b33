package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PayRate;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * One rate for all of a measure that rises through the tiers: those that are full count wholly, the one that was reached
 * in proportion to how far the total has come in it. Pay is quadratic within a tier, and exact in BigInteger.
 */
final class InterpolatedRate implements Curve {
    private final ImmutableList<Optional<Level>> upTo;
    private final ImmutableList<Rational> rates;
    private final ImmutableList<Rational> bounds;
    private final Rational payPerBase;
    private final RoundingMode mode;

    InterpolatedRate(
            ImmutableList<Optional<Level>> upTo,
            ImmutableList<Rational> rates,
            ImmutableList<Rational> bounds,
            Rational payPerBase,
            RoundingMode mode) {
        this.upTo = upTo;
        this.rates = rates;
        this.bounds = bounds;
        this.payPerBase = payPerBase;
        this.mode = mode;
    }

    @Override
    public int tiers() {
        return upTo.size();
    }

    @Override
    public Optional<Level> upTo(int tier) {
        return upTo.get(tier);
    }

    @Override
    public PayRate rate(int tier, long total) {
        return PayRate.of(new Rate(blended(total)));
    }

    private Rational blended(long total) {
        Rational sum = Rational.ZERO;
        Rational low = Rational.ZERO;
        Rational at = Rational.of(total).max(Rational.ZERO);
        for (int tier = 0; tier < bounds.size() && at.compareTo(low) > 0; tier++) {
            Rational width = bounds.get(tier).minus(low);
            sum = sum.plus(rates.get(tier).times(at.minus(low).min(width).dividedBy(width)));
            low = bounds.get(tier);
        }
        return sum;
    }

    private int reached(long total) {
        int tier = 0;
        while (tier < bounds.size() && Rational.of(total).compareTo(bounds.get(tier)) > 0) {
            tier++;
        }
        return tier;
    }

    @Override
    public void pay(long total, long[] byTier) {
        Arrays.fill(byTier, 0);
        int reached = reached(total);
        byTier[reached] = exact(total, reached).round(0, mode).longValueExact();
    }

    @Override
    public void base(long total, long[] byTier) {
        Arrays.fill(byTier, 0);
        byTier[reached(total)] = total;
    }

    @Override
    public Rational exact(long total, int tier) {
        return tier == reached(total) ? blended(total).times(Rational.of(total)).times(payPerBase) : Rational.ZERO;
    }

    @Override
    public boolean moves() {
        return true;
    }
}
