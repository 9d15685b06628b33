package io.salesops.commission.calc;

import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PayRate;
import io.salesops.core.money.Rational;
import java.util.Optional;

/** A curve over the running total of one measure. */
final class RunningTally extends Tally {
    private final Curve curve;
    private long total;

    RunningTally(int measure, Curve curve) {
        super(measure, curve.tiers());
        this.curve = curve;
        curve.pay(0, paid);
        curve.base(0, base);
    }

    Curve curve() {
        return curve;
    }

    @Override
    void add(Event event, long[] totals) {
        follow(totals);
    }

    /** Brings pay to the running total. */
    void follow(long[] totals) {
        total = totals[measure()];
        curve.pay(total, paid);
        curve.base(total, base);
    }

    @Override
    Optional<Level> upTo(int tier) {
        return curve.upTo(tier);
    }

    @Override
    PayRate rate(int tier) {
        return curve.rate(tier, total);
    }

    @Override
    Rational exact(int tier) {
        return curve.exact(total, tier);
    }

    @Override
    boolean moves() {
        return curve.moves();
    }

    @Override
    boolean countsTimes(int tier) {
        return curve.countsTimes();
    }
}
