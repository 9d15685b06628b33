package io.salesops.commission.calc;

import io.salesops.core.money.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the credits so far have earned: by the running totals, less what cancellations take back of single deals, less what
 * the deals of other plans would earn by themselves.
 *
 * <p>All amounts in minor units of pay. Not thread-safe: one call, one object.
 */
final class RunningPay {
    private final Program program;
    private final Scale scale;
    private final Settlement now;
    private final Deals deals;
    private final boolean byDay;
    private final TreeMap<LocalDate, Long> earnedOn = new TreeMap<>();
    private long clawed;
    private Rational exactlyClawed = Rational.ZERO;

    /** What credits of other plans, which make attainment only, would earn by themselves: to be taken off. */
    private final Optional<Settlement> others;

    /** @param deals what deals of earlier quotas' periods have earned; they go on here */
    RunningPay(Program program, PayeeYear payee, List<Goal> goals, Scale scale, List<Event> events, Deals deals) {
        this.program = program;
        this.scale = scale;
        this.deals = deals;
        now = new Settlement(program, payee, goals, scale, events);
        others = events.stream().allMatch(Event::pays)
                ? Optional.empty()
                : Optional.of(new Settlement(program, payee, goals, scale, events));
        byDay = !program.settlers().isEmpty();
    }

    /** The running totals, and what they pay. */
    Settlement now() {
        return now;
    }

    Deals deals() {
        return deals;
    }

    /** What was earned on which day; where draws or guarantees ask for it. */
    NavigableMap<LocalDate, Long> earnedOn() {
        return earnedOn;
    }

    /** What cancellations have taken back; negative or zero. */
    long clawed() {
        return clawed;
    }

    /** What credits of other plans would earn by themselves. */
    long carried() {
        return others.map(Settlement::sum).orElse(0L);
    }

    /** The running pay of everything. */
    long sum() {
        return Math.subtractExact(Math.addExact(now.sum(), clawed), carried());
    }

    /** The running pay of everything, without rounding. */
    Rational exact() {
        Rational all = now.exact().plus(exactlyClawed);
        return others.map(carry -> all.minus(carry.exact())).orElse(all);
    }

    /** What each payer, gate, multiplier and limit has paid for own deals, in this order. */
    long[] own() {
        return now.less(others.orElseThrow());
    }

    /** Whether a credit cancels a deal of which a part only is taken back. */
    boolean cancels(Event event) {
        return program.asksDeals() && event.pays() && deals.cancels(event);
    }

    /** Counts credits of which nobody asks what each of them changed. */
    void addAll(List<Event> events) {
        if (program.asksDeals() || byDay || others.isPresent()) {
            events.forEach(this::add);
        } else {
            now.addAll(events);
        }
    }

    /** Counts a credit. */
    void add(Event event) {
        if (!event.pays()) {
            now.add(event);
            others.orElseThrow().add(event);
            return;
        }
        boolean byDeal = program.asksDeals();
        long before = byDeal || byDay ? sum() : 0;
        if (cancels(event)) {
            Rational taken = deals.cancel(event);
            exactlyClawed = exactlyClawed.plus(taken);
            clawed = Math.addExact(clawed, taken.round(0, scale.mode()).longValueExact());
        } else {
            long[] heldBefore = byDeal ? heldOn() : new long[0];
            now.add(event);
            if (byDeal) {
                long[] held = heldOn();
                for (int i = 0; i < held.length; i++) {
                    held[i] = Math.subtractExact(held[i], heldBefore[i]);
                }
                deals.earn(event, Math.subtractExact(sum(), before), held);
            }
        }
        if (byDay) {
            earnedOn.merge(event.credit().date(), Math.subtractExact(sum(), before), Math::addExact);
        }
    }

    /** What the rules under each holdback have earned, after limits; all of it where it names none. */
    private long[] heldOn() {
        long[] held = new long[program.holdbacks().size()];
        boolean named = program.holdbacks().stream()
                .anyMatch(holdback -> !holdback.rule().on().isEmpty());
        long[] byPayer = named ? now.limited() : new long[0];
        for (int i = 0; i < held.length; i++) {
            if (program.holdbacks().get(i).rule().on().isEmpty()) {
                held[i] = now.sum();
            } else {
                for (int payer : program.holdbacks().get(i).on()) {
                    held[i] = Math.addExact(held[i], byPayer[payer]);
                }
            }
        }
        return held;
    }
}
