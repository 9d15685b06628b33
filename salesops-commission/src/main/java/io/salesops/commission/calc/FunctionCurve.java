package io.salesops.commission.calc;

import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PayRate;
import io.salesops.commission.plan.PayoutFunction;
import io.salesops.core.money.Rational;
import java.util.Optional;

/** What a function of the application makes of the running total. */
final class FunctionCurve implements Curve {
    private final PayoutFunction function;
    private final Optional<Rational> quota;
    private final Scale scale;
    private final Rational unit;

    /**
     * @param quota what is to be reached, in the measure's own units
     * @param unit how much of the measure one whole unit of totals is
     */
    FunctionCurve(PayoutFunction function, Optional<Rational> quota, Rational unit, Scale scale) {
        this.function = function;
        this.quota = quota;
        this.unit = unit;
        this.scale = scale;
    }

    @Override
    public int tiers() {
        return 1;
    }

    @Override
    public Optional<Level> upTo(int tier) {
        return Optional.empty();
    }

    @Override
    public PayRate rate(int tier, long total) {
        return new PayRate(paid(total), false);
    }

    private Rational paid(long total) {
        return function.pay(Rational.of(total).times(unit), quota);
    }

    @Override
    public void pay(long total, long[] byTier) {
        byTier[0] = exact(total, 0).round(0, scale.mode()).longValueExact();
    }

    @Override
    public void base(long total, long[] byTier) {
        byTier[0] = 0;
    }

    @Override
    public Rational exact(long total, int tier) {
        return paid(total).times(Rational.of(java.math.BigDecimal.ONE.movePointRight(scale.pay())));
    }

    @Override
    public boolean moves() {
        return true;
    }
}
