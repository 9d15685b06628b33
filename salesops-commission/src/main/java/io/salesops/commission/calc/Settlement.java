package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Longs;
import io.salesops.commission.calc.Program.Part;
import io.salesops.commission.plan.AdjustingRule;
import io.salesops.commission.plan.Floor;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.PlanRule.GateMode;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every rule has paid, and what others have added or held back, when the credits so far have counted.
 *
 * <p>All amounts are running figures in minor units of pay. Not thread-safe: one call, one settlement.
 */
final class Settlement {
    private final Program program;
    private final List<Goal> goals;
    private final Scale scale;
    private final ImmutableList<Optional<Rational>> quotas;
    private final ImmutableList<Tally> tallies;
    private final Factors factors;
    private final long[] limits;
    private final ImmutableList<ImmutableList<Integer>> inner;
    private final boolean adjusted;

    /** Whether everything follows from the running totals, however they came about. */
    private final boolean running;

    final long[] totals;
    final long[] gates;
    final long[] scalers;
    final long[] caps;

    private final long[] net;

    Settlement(Program program, PayeeYear payee, List<Goal> goals, Scale scale, List<Event> events) {
        this.program = program;
        this.goals = goals;
        this.scale = scale;
        ImmutableList.Builder<Optional<Rational>> units = ImmutableList.builder();
        for (int measure = 0; measure < goals.size(); measure++) {
            units.add(goals.get(measure).units(scale.bases().get(measure)));
        }
        quotas = units.build();
        tallies = Tallies.of(program, payee, goals, scale, events);
        factors = new Factors(program, goals, scale);
        limits = program.limits().stream()
                .mapToLong(limit -> amount(limit.rule())
                        .movePointRight(scale.pay())
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .unscaledValue()
                        .longValueExact())
                .toArray();
        ImmutableList.Builder<ImmutableList<Integer>> within = ImmutableList.builder();
        for (int limit = 0; limit < limits.length; limit++) {
            within.add(inner(limit));
        }
        inner = within.build();
        totals = new long[goals.size()];
        net = new long[tallies.size()];
        gates = new long[program.gates().size()];
        scalers = new long[program.scalers().size()];
        caps = new long[limits.length];
        adjusted = gates.length + scalers.length + caps.length > 0;
        running = tallies.stream().allMatch(RunningTally.class::isInstance);
        settle();
    }

    private static BigDecimal amount(AdjustingRule rule) {
        return rule instanceof Floor floor ? floor.amount() : ((PlanRule.Cap) rule).limit();
    }

    ImmutableList<Tally> tallies() {
        return tallies;
    }

    Scale scale() {
        return scale;
    }

    /** Counts a credit and brings all running figures to it. */
    void add(Event event) {
        count(event);
        for (Tally tally : tallies) {
            if (tally.touches(event)) {
                tally.add(event, totals);
            }
        }
        settle();
    }

    /** Counts credits of which nobody asks what each of them changed. */
    void addAll(List<Event> events) {
        if (!running) {
            events.forEach(this::add);
            return;
        }
        for (Event event : events) {
            count(event);
        }
        for (Tally tally : tallies) {
            ((RunningTally) tally).follow(totals);
        }
        settle();
    }

    private void count(Event event) {
        for (int i = 0; i < event.size(); i++) {
            totals[event.measure(i)] = Math.addExact(totals[event.measure(i)], event.units(i));
        }
    }

    /** What a payer has paid behind gates and after multipliers, before limits. */
    long net(int payer) {
        return adjusted ? net[payer] : tallies.get(payer).sum();
    }

    /**
     * What limits leave of what each payer has paid: what a limit takes or adds is divided over the payers on which it acts
     * in proportion to their pay. The figures sum to what everything together has paid.
     */
    long[] limited() {
        long[] limited = new long[tallies.size()];
        for (int payer = 0; payer < limited.length; payer++) {
            limited[payer] = net(payer);
        }
        for (int limit = 0; limit < caps.length; limit++) {
            int[] on = program.limits().get(limit).on().stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            long[] weights = new long[on.length];
            boolean some = false;
            for (int i = 0; i < on.length; i++) {
                weights[i] = Math.max(0, limited[on[i]]);
                some |= weights[i] > 0;
            }
            if (some) {
                long[] shares = new long[on.length];
                MoneyKernel.allocate(caps[limit], weights, shares);
                for (int i = 0; i < on.length; i++) {
                    limited[on[i]] = Math.addExact(limited[on[i]], shares[i]);
                }
            }
        }
        return limited;
    }

    /** What is paid by each payer, gate, multiplier and limit, in this order, beyond what another settlement pays by them. */
    long[] less(Settlement other) {
        long[] all = byRule();
        long[] others = other.byRule();
        for (int i = 0; i < all.length; i++) {
            all[i] = Math.subtractExact(all[i], others[i]);
        }
        return all;
    }

    private long[] byRule() {
        return Longs.concat(tallies.stream().mapToLong(Tally::sum).toArray(), gates, scalers, caps);
    }

    /** The running pay of everything. */
    long sum() {
        long sum = 0;
        for (Tally tally : tallies) {
            sum = Math.addExact(sum, tally.sum());
        }
        if (adjusted) {
            sum = add(add(add(sum, gates), scalers), caps);
        }
        return sum;
    }

    private static long add(long sum, long[] more) {
        long all = sum;
        for (long one : more) {
            all = Math.addExact(all, one);
        }
        return all;
    }

    private void settle() {
        if (!adjusted) {
            return;
        }
        for (int payer = 0; payer < net.length; payer++) {
            net[payer] = tallies.get(payer).sum();
        }
        for (int gate = 0; gate < gates.length; gate++) {
            gates[gate] = 0;
            if (!open(program.gates().get(gate).rule())) {
                for (int payer : program.gates().get(gate).on()) {
                    gates[gate] = Math.subtractExact(gates[gate], net[payer]);
                    net[payer] = 0;
                }
            }
        }
        for (int scaler = 0; scaler < scalers.length; scaler++) {
            scalers[scaler] = 0;
            Rational factor = factor(scaler);
            for (int payer : program.scalers().get(scaler).on()) {
                long scaled = factor.times(Rational.of(net[payer]))
                        .round(0, scale.mode())
                        .longValueExact();
                scalers[scaler] = Math.addExact(scalers[scaler], Math.subtractExact(scaled, net[payer]));
                net[payer] = scaled;
            }
        }
        for (int limit = 0; limit < caps.length; limit++) {
            long sum = 0;
            for (int payer : program.limits().get(limit).on()) {
                sum = Math.addExact(sum, net[payer]);
            }
            for (int within : inner.get(limit)) {
                sum = Math.addExact(sum, caps[within]);
            }
            long room = Math.subtractExact(limits[limit], sum);
            caps[limit] = program.limits().get(limit).rule() instanceof Floor
                    ? sum > 0 ? Math.max(0, room) : 0
                    : Math.min(0, room);
        }
    }

    /** The pay after all adjustments, without rounding, in minor units of pay. */
    Rational exact() {
        Rational[] exact = new Rational[tallies.size()];
        for (int payer = 0; payer < exact.length; payer++) {
            exact[payer] = Rational.ZERO;
            for (int tier = 0; tier < tallies.get(payer).tiers(); tier++) {
                exact[payer] = exact[payer].plus(tallies.get(payer).exact(tier));
            }
        }
        for (Part<PlanRule.Gate> gate : program.gates()) {
            if (!open(gate.rule())) {
                gate.on().forEach(payer -> exact[payer] = Rational.ZERO);
            }
        }
        for (int scaler = 0; scaler < scalers.length; scaler++) {
            Rational factor = factor(scaler);
            program.scalers().get(scaler).on().forEach(payer -> exact[payer] = exact[payer].times(factor));
        }
        Rational all = Rational.ZERO;
        for (Rational payer : exact) {
            all = all.plus(payer);
        }
        Rational[] held = new Rational[caps.length];
        for (int limit = 0; limit < caps.length; limit++) {
            Rational sum = Rational.ZERO;
            for (int payer : program.limits().get(limit).on()) {
                sum = sum.plus(exact[payer]);
            }
            for (int within : inner.get(limit)) {
                sum = sum.plus(held[within]);
            }
            Rational room = Rational.of(limits[limit]).minus(sum);
            held[limit] = program.limits().get(limit).rule() instanceof Floor
                    ? sum.signum() > 0 ? room.max(Rational.ZERO) : Rational.ZERO
                    : room.min(Rational.ZERO);
            all = all.plus(held[limit]);
        }
        return all;
    }

    /** The factor of a multiplier or weight, as far as its measure has come. */
    Rational factor(int scaler) {
        return factors.factor(scaler, totals);
    }

    Optional<Rate> attainment(int measure) {
        return goals.get(measure).attainment(totals[measure], quotas.get(measure));
    }

    /** A marginal gate is part of the curves. Without attainment there is nothing that could close a gate. */
    private boolean open(PlanRule.Gate gate) {
        if (gate.mode().orElse(program.plan().conventions().gate()) == GateMode.MARGINAL) {
            return true;
        }
        int measure = program.measure(gate.measure());
        return goals.get(measure)
                .reaches(totals[measure], gate.atLeast(), scale.bases().get(measure), false)
                .orElse(true);
    }

    /** The limits that lie within a limit, all of which were settled before it. */
    private ImmutableList<Integer> inner(int limit) {
        ImmutableSet<Integer> on = program.limits().get(limit).on();
        List<Integer> inner = new ArrayList<>();
        for (int i = 0; i < limit; i++) {
            if (on.containsAll(program.limits().get(i).on())) {
                inner.add(i);
            }
        }
        return ImmutableList.copyOf(inner);
    }
}
