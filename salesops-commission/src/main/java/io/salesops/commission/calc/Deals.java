package io.salesops.commission.calc;

import io.salesops.commission.credit.CreditId;
import io.salesops.commission.plan.Clawback;
import io.salesops.commission.plan.ResidualStep;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What each deal booked and earned so far, for rules that ask for the deal and not for totals. One call, one object. */
final class Deals {
    private final Optional<Clawback> clawback;
    private final RoundingMode mode;
    private final LocalDate from;
    private final Map<String, Deal> deals;

    /** What cancellations have taken back, by the credit that cancels. */
    private final Map<CreditId, Rational> taken;

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

        private Deal(Deal other) {
            first = other.first;
            heldOn = other.heldOn.clone();
            booked = other.booked;
            cancelled = other.cancelled;
            earned = other.earned;
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

    /** @param from the first day whose credits they do not know yet */
    Deals(Optional<Clawback> clawback, RoundingMode mode, LocalDate from) {
        this(clawback, mode, from, new TreeMap<>(), new HashMap<>());
    }

    private Deals(
            Optional<Clawback> clawback,
            RoundingMode mode,
            LocalDate from,
            Map<String, Deal> deals,
            Map<CreditId, Rational> taken) {
        this.clawback = clawback;
        this.mode = mode;
        this.from = from;
        this.deals = deals;
        this.taken = taken;
    }

    /** The same deals, seen by those who count credits from a day on; of earlier ones they know. */
    Deals from(LocalDate day) {
        return new Deals(clawback, mode, day, deals, taken);
    }

    Deals copy() {
        TreeMap<String, Deal> copied = new TreeMap<>();
        deals.forEach((source, deal) -> copied.put(source, new Deal(deal)));
        return new Deals(clawback, mode, from, copied, new HashMap<>(taken));
    }

    /** Whether what a credit did to its deal is known. */
    private boolean knows(Event event) {
        return event.credit().date().isBefore(from);
    }

    Map<String, Deal> all() {
        return deals;
    }

    /** Whether a credit cancels a deal of which a part only is taken back. */
    boolean cancels(Event event) {
        if (knows(event)) {
            return taken.containsKey(event.credit().id());
        }
        Deal deal = deals.get(event.source());
        return clawback.isPresent() && event.amount().isNegative() && deal != null && deal.booked.signum() > 0;
    }

    /** Takes down what a credit has changed. */
    void earn(Event event, long change, long[] heldOn) {
        if (knows(event)) {
            return;
        }
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
        Rational known = taken.get(event.credit().id());
        Deal deal = deals.get(event.source());
        if (known != null || deal == null) {
            return known != null ? known : Rational.ZERO;
        }
        Rational amount = Amounts.exact(event.amount()).abs().min(deal.booked.minus(deal.cancelled));
        deal.cancelled = deal.cancelled.plus(amount);
        long months =
                Math.max(0, ChronoUnit.MONTHS.between(deal.first, event.credit().date()));
        Rational back = share(clawback.orElseThrow(), months)
                .times(amount)
                .dividedBy(deal.booked)
                .times(Rational.of(deal.earned));
        long whole = back.round(0, mode).longValueExact();
        for (int i = 0; i < deal.heldOn.length; i++) {
            deal.heldOn[i] = Math.subtractExact(deal.heldOn[i], Math.min(deal.heldOn[i], whole));
        }
        taken.put(event.credit().id(), back.negated());
        return back.negated();
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
