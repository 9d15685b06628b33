package io.salesops.commission.calc;

import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PayRate;
import io.salesops.commission.plan.Spiff.Per;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** An amount each time so many units are reached. */
final class SpiffCurve implements Curve {
    private final PayRate amount;
    private final Rational pays;
    private final BigDecimal step;
    private final long most;
    private final RoundingMode mode;

    /**
     * @param amount what is paid each time
     * @param pays the same in units of pay
     * @param step how many units of the measure it takes
     * @param most how many times it is paid at most
     */
    SpiffCurve(PayRate amount, Rational pays, BigDecimal step, long most, RoundingMode mode) {
        this.amount = amount;
        this.pays = pays;
        this.step = step;
        this.most = most;
        this.mode = mode;
    }

    static long most(Per per, Optional<Integer> first) {
        long limit = first.map(Integer::longValue).orElse(Long.MAX_VALUE);
        return per == Per.PERIOD ? Math.min(1, limit) : limit;
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
        return amount;
    }

    @Override
    public void pay(long total, long[] byTier) {
        byTier[0] = exact(total, 0).round(0, mode).longValueExact();
    }

    @Override
    public void base(long total, long[] byTier) {
        byTier[0] = times(total);
    }

    @Override
    public Rational exact(long total, int tier) {
        return pays.times(Rational.of(times(total)));
    }

    @Override
    public boolean countsTimes() {
        return true;
    }

    private long times(long total) {
        return total <= 0
                ? 0
                : Math.min(
                        most,
                        BigDecimal.valueOf(total).divideToIntegralValue(step).longValueExact());
    }
}
