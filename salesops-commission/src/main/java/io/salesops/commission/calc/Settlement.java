package io.salesops.commission.calc;

import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.PlanRule.GateMode;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every rule, gate and cap has paid or held back when the measures have run to given totals.
 *
 * <p>All amounts are running figures in minor units of pay, functions of the running totals and of nothing else. Not
 * thread-safe: one call, one settlement.
 */
final class Settlement {
    private final Program program;
    private final List<Goal> goals;
    private final Scale scale;
    private final List<Curve> curves;
    private final long[] limits;

    final long[] totals;
    final long[][] paid;
    final long[][] base;
    final long[] gates;
    final long[] caps;

    Settlement(Program program, List<Goal> goals, Scale scale) {
        this.program = program;
        this.goals = goals;
        this.scale = scale;
        curves = program.payers().stream()
                .map(payer -> Curves.of(program, payer, goals.get(payer.measure()), scale))
                .toList();
        limits = program.caps().stream()
                .mapToLong(cap -> cap.rule()
                        .limit()
                        .movePointRight(scale.pay())
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .unscaledValue()
                        .longValueExact())
                .toArray();
        totals = new long[goals.size()];
        paid = curves.stream().map(curve -> new long[curve.tiers()]).toArray(long[][]::new);
        base = curves.stream().map(curve -> new long[curve.tiers()]).toArray(long[][]::new);
        gates = new long[program.gates().size()];
        caps = new long[program.caps().size()];
    }

    Curve curve(int payer) {
        return curves.get(payer);
    }

    /** Adds to a running total; {@link #settle()} makes the other figures follow. */
    void add(int measure, long units) {
        totals[measure] = Math.addExact(totals[measure], units);
    }

    /** Brings all running figures to the totals. */
    void settle() {
        long[] net = new long[curves.size()];
        for (int payer = 0; payer < net.length; payer++) {
            long total = totals[measure(payer)];
            curves.get(payer).pay(total, paid[payer]);
            curves.get(payer).base(total, base[payer]);
            for (long tier : paid[payer]) {
                net[payer] = Math.addExact(net[payer], tier);
            }
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
        for (int cap = 0; cap < caps.length; cap++) {
            long sum = 0;
            for (int payer : program.caps().get(cap).on()) {
                sum = Math.addExact(sum, net[payer]);
            }
            for (int inner : inner(cap)) {
                sum = Math.addExact(sum, caps[inner]);
            }
            caps[cap] = Math.min(0, Math.subtractExact(limits[cap], sum));
        }
    }

    /** The pay after gates and caps, without rounding, in minor units of pay. */
    Rational exact() {
        Rational[] net = new Rational[curves.size()];
        Rational all = Rational.ZERO;
        for (int payer = 0; payer < net.length; payer++) {
            net[payer] = Rational.ZERO;
            for (int tier = 0; tier < curves.get(payer).tiers(); tier++) {
                net[payer] = net[payer].plus(exact(payer, tier));
            }
            for (Program.Modifier<PlanRule.Gate> gate : program.gates()) {
                if (gate.on().contains(payer) && !open(gate.rule())) {
                    net[payer] = Rational.ZERO;
                }
            }
            all = all.plus(net[payer]);
        }
        Rational[] held = new Rational[caps.length];
        for (int cap = 0; cap < caps.length; cap++) {
            Rational sum = Rational.ZERO;
            for (int payer : program.caps().get(cap).on()) {
                sum = sum.plus(net[payer]);
            }
            for (int inner : inner(cap)) {
                sum = sum.plus(held[inner]);
            }
            held[cap] = Rational.of(limits[cap]).minus(sum).min(Rational.ZERO);
            all = all.plus(held[cap]);
        }
        return all;
    }

    /** The position of the measure of a payer. */
    int measure(int payer) {
        return program.payers().get(payer).measure();
    }

    private Rational exact(int payer, int tier) {
        return curves.get(payer).exact(totals[measure(payer)], tier);
    }

    Optional<Rate> attainment(int measure) {
        return goals.get(measure).attainment(totals[measure], scale.base());
    }

    /** A marginal gate is part of the curves. Without attainment there is nothing that could close a gate. */
    private boolean open(PlanRule.Gate gate) {
        return gate.mode() == GateMode.MARGINAL
                || attainment(program.measure(gate.measure()))
                        .map(attained -> attained.compareTo(gate.atLeast()) >= 0)
                        .orElse(true);
    }

    /** The caps that lie within a cap, all of which were settled before it. */
    private List<Integer> inner(int cap) {
        List<Integer> inner = new ArrayList<>();
        for (int i = 0; i < cap; i++) {
            if (program.caps().get(cap).on().containsAll(program.caps().get(i).on())) {
                inner.add(i);
            }
        }
        return inner;
    }
}
