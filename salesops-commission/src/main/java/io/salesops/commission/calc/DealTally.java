package io.salesops.commission.calc;

import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PayRate;
import io.salesops.core.money.Rational;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A curve over each deal by itself. What a deal pays is rounded, and kept within the limits of a deal. */
final class DealTally extends Tally {
    private final Pieces curve;
    private final Optional<Long> atLeast;
    private final Optional<Long> atMost;
    private final Map<String, Long> deals = new HashMap<>();
    private final long[] dealPaid;
    private final long[] dealBase;

    DealTally(int measure, Pieces curve, Optional<Long> atLeast, Optional<Long> atMost) {
        super(measure, curve.tiers());
        this.curve = curve;
        this.atLeast = atLeast;
        this.atMost = atMost;
        dealPaid = new long[curve.tiers()];
        dealBase = new long[curve.tiers()];
    }

    @Override
    void add(Event event, long[] totals) {
        long before = deals.getOrDefault(event.source(), 0L);
        long after = Math.addExact(before, event.in(measure()));
        deals.put(event.source(), after);
        deal(before);
        for (int tier = 0; tier < tiers(); tier++) {
            paid[tier] = Math.subtractExact(paid[tier], dealPaid[tier]);
            base[tier] = Math.subtractExact(base[tier], dealBase[tier]);
        }
        deal(after);
        for (int tier = 0; tier < tiers(); tier++) {
            paid[tier] = Math.addExact(paid[tier], dealPaid[tier]);
            base[tier] = Math.addExact(base[tier], dealBase[tier]);
        }
    }

    /** Writes what a deal of so much pays. One that pays nothing, or takes back, has no limits. */
    private void deal(long total) {
        curve.pay(total, dealPaid);
        curve.base(total, dealBase);
        long sum = Arrays.stream(dealPaid).reduce(0, Math::addExact);
        if (sum > 0) {
            long limited = Math.max(sum, atLeast.orElse(sum));
            limited = Math.min(limited, atMost.orElse(limited));
            int reached = curve.reached(total);
            dealPaid[reached] = Math.addExact(dealPaid[reached], Math.subtractExact(limited, sum));
        }
    }

    @Override
    Optional<Level> upTo(int tier) {
        return curve.upTo(tier);
    }

    @Override
    PayRate rate(int tier) {
        return curve.rate(tier, 0);
    }

    /** Rounding each deal is what the rule says, so that nothing remains. */
    @Override
    Rational exact(int tier) {
        return Rational.of(paid[tier]);
    }
}
