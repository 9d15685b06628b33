package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.Conventions.Tie;
import io.salesops.commission.plan.Tier;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * The running pay of one rule as a function of the running total of its measure: piecewise linear, tier by tier.
 *
 * <p>Only the running pay is rounded, so the pay of a credit, a difference of two values, telescopes: lines sum to the
 * total whatever their number. A value costs O(tiers); products beyond 63 bits are calculated in BigInteger.
 */
final class Curve {
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final ImmutableList<Tier> tiers;
    private final boolean retroactive;
    private final Scale scale;

    /** Where base that pays begins: the bound of a marginal gate; absent, and tier 0 reaches down without end. */
    private final Optional<Rational> floor;

    /** The upper bounds of all tiers but the last, in base units. */
    private final Rational[] bounds;

    /** The last whole base unit of each tier but the last. */
    private final long[] lastIn;

    /** What the tiers before each tier have paid when they are full: exact, and rounded. */
    private final Rational[] paidBefore;

    private final long[] roundedBefore;
    private final Slope[] lines;

    private Curve(
            ImmutableList<Tier> tiers,
            boolean retroactive,
            Rational[] bounds,
            Tie tie,
            Optional<Rational> floor,
            Scale scale) {
        this.tiers = tiers;
        this.retroactive = retroactive;
        this.scale = scale;
        this.floor = floor;
        this.bounds = bounds;
        lastIn = new long[bounds.length];
        paidBefore = new Rational[tiers.size()];
        roundedBefore = new long[tiers.size()];
        lines = new Slope[tiers.size()];
        Rational paid = Rational.ZERO;
        for (int tier = 0; tier < tiers.size(); tier++) {
            paidBefore[tier] = paid;
            roundedBefore[tier] = round(paid);
            Rational rate = payRate(tier);
            Rational start = start(tier);
            lines[tier] = Slope.of(rate, paid.minus(rate.times(start)), scale.mode());
            if (tier < bounds.length) {
                lastIn[tier] = last(bounds[tier], tie);
                paid = retroactive
                        ? Rational.ZERO
                        : paid.plus(rate.times(bounds[tier].minus(start).max(Rational.ZERO)));
            }
        }
    }

    /** A curve of tiers whose bounds are shares of the quota, in base units. */
    static Curve tiered(
            ImmutableList<Tier> tiers,
            boolean retroactive,
            Rational quota,
            Tie tie,
            Optional<Rational> floor,
            Scale scale) {
        Rational[] bounds = tiers.stream()
                .flatMap(tier -> tier.upTo().stream())
                .map(bound -> bound.value().times(quota))
                .toArray(Rational[]::new);
        return new Curve(tiers, retroactive, bounds, tie, floor, scale);
    }

    /** A curve of one rate. */
    static Curve flat(Tier tier, Optional<Rational> floor, Scale scale) {
        return new Curve(ImmutableList.of(tier), false, new Rational[0], Tie.LOWER_TIER, floor, scale);
    }

    int tiers() {
        return tiers.size();
    }

    Tier tier(int index) {
        return tiers.get(index);
    }

    /** Writes what each tier has paid, rounded, when the measure has run to {@code total}. */
    void pay(long total, long[] byTier) {
        clear(byTier);
        if (unpaid(total)) {
            return;
        }
        int reached = reached(total);
        for (int tier = 0; tier < reached && !retroactive; tier++) {
            byTier[tier] = roundedBefore[tier + 1] - roundedBefore[tier];
        }
        byTier[reached] = Math.subtractExact(lines[reached].at(total), roundedBefore[reached]);
    }

    /** Writes how much of the running total falls in each tier; bounds between two units are rounded half up. */
    void base(long total, long[] byTier) {
        clear(byTier);
        if (unpaid(total)) {
            return;
        }
        int reached = reached(total);
        for (int tier = 0; tier < reached && !retroactive; tier++) {
            byTier[tier] = Math.max(0, whole(bounds[tier]) - whole(start(tier)));
        }
        byTier[reached] = Math.subtractExact(total, whole(start(reached)));
    }

    /** Returns what a tier would have paid without rounding, in units of pay. */
    Rational exact(long total, int tier) {
        if (unpaid(total)) {
            return Rational.ZERO;
        }
        int reached = reached(total);
        if (tier == reached) {
            return payRate(tier).times(Rational.of(total).minus(start(tier)));
        }
        return retroactive || tier > reached ? Rational.ZERO : paidBefore[tier + 1].minus(paidBefore[tier]);
    }

    private boolean unpaid(long total) {
        return floor.isPresent() && Rational.of(total).compareTo(floor.get()) <= 0;
    }

    private int reached(long total) {
        int tier = 0;
        while (tier < lastIn.length && total > lastIn[tier]) {
            tier++;
        }
        return tier;
    }

    /** Where the base that a tier pays begins. */
    private Rational start(int tier) {
        Rational low = tier == 0 || retroactive ? Rational.ZERO : bounds[tier - 1];
        return floor.map(low::max).orElse(low);
    }

    private Rational payRate(int tier) {
        return tiers.get(tier).rate().value().times(Rational.of(scale.payPerBase()));
    }

    /** A tier whose full pay needs more than 63 bits is never full: its slope refuses first. */
    private long round(Rational pay) {
        return clamp(pay.round(0, scale.mode()));
    }

    private static long clamp(BigDecimal value) {
        return value.min(MOST).max(MOST.negate()).longValueExact();
    }

    private static long whole(Rational bound) {
        return clamp(bound.round(0, RoundingMode.HALF_UP));
    }

    /** A bound beyond all totals is never reached. */
    private static long last(Rational bound, Tie tie) {
        BigDecimal last = tie == Tie.LOWER_TIER
                ? bound.round(0, RoundingMode.FLOOR)
                : bound.round(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
        return clamp(last);
    }

    private static void clear(long[] values) {
        Arrays.fill(values, 0);
    }
}
