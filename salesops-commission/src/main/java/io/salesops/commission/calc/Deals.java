package io.salesops.commission.calc;

import io.salesops.commission.plan.Clawback;
import io.salesops.commission.plan.ResidualStep;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What each deal booked and earned so far, for rules that ask for the deal and not for totals. One call, one object. */
final class Deals {
    private final Optional<Clawback> clawback;
    private final RoundingMode mode;
    private final TreeMap<String, Deal> deals = new TreeMap<>();

    /** One deal. All amounts in units of pay, but what was booked in the plan's currency. */
    static final class Deal {
        private final LocalDate first;
        private final long[] heldOn;
        private Rational booked = Rational.ZERO;
        private Rational cancelled = Rational.ZERO;
        private long earned;

        Deal(LocalDate first, int holdbacks) {
            this.first = first;
            heldOn = new long[holdbacks];
        }

        LocalDate first() {
            return first;
        }

        Rational booked() {
            return booked;
        }

        /** What the rules under a holdback have earned for the deal. */
        long heldOn(int holdback) {
            return heldOn[holdback];
        }
    }

    Deals(Optional<Clawback> clawback, RoundingMode mode) {
        this.clawback = clawback;
        this.mode = mode;
    }

    Map<String, Deal> all() {
        return deals;
    }

    /** Whether a credit cancels a deal of which a part only is taken back. */
    boolean cancels(Event event) {
        Deal deal = deals.get(event.source());
        return clawback.isPresent() && event.amount().isNegative() && deal != null && deal.booked.signum() > 0;
    }

    /** Takes down what a credit has changed. */
    void earn(Event event, long change, long[] heldOn) {
        Deal deal = deals.computeIfAbsent(
                event.source(), id -> new Deal(event.credit().date(), heldOn.length));
        deal.booked = deal.booked.plus(Amounts.exact(event.amount()));
        deal.earned = Math.addExact(deal.earned, change);
        for (int i = 0; i < heldOn.length; i++) {
            deal.heldOn[i] = Math.addExact(deal.heldOn[i], heldOn[i]);
        }
    }

    /**
     * Returns what a cancellation takes back, exact and negative or zero: of what the deal had earned the share by the plan,
     * as far as the deal is cancelled.
     */
    Rational cancel(Event event) {
        Deal deal = deals.get(event.source());
        if (deal == null) {
            return Rational.ZERO;
        }
        Rational amount = Amounts.exact(event.amount()).abs().min(deal.booked.minus(deal.cancelled));
        deal.cancelled = deal.cancelled.plus(amount);
        long months =
                Math.max(0, ChronoUnit.MONTHS.between(deal.first, event.credit().date()));
        Rational taken = share(clawback.orElseThrow(), months)
                .times(amount)
                .dividedBy(deal.booked)
                .times(Rational.of(deal.earned));
        long whole = taken.round(0, mode).longValueExact();
        for (int i = 0; i < deal.heldOn.length; i++) {
            deal.heldOn[i] = Math.subtractExact(deal.heldOn[i], Math.min(deal.heldOn[i], whole));
        }
        return taken.negated();
    }

    private static Rational share(Clawback rule, long months) {
        if (rule.mode() == Clawback.Mode.PRO_RATA) {
            long term = rule.months().orElseThrow();
            return Rational.of(Math.max(0, term - months), term);
        }
        for (ResidualStep step : rule.steps()) {
            if (step.upToMonth().isEmpty() || months < step.upToMonth().get()) {
                return step.rate().value();
            }
        }
        return Rational.ZERO;
    }
}
