package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.calc.CommissionOptions.Trace;
import io.salesops.commission.calc.Program.Part;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.AdjustingRule;
import io.salesops.commission.plan.EarningRule;
import io.salesops.commission.plan.Measure;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.statement.Attainment;
import io.salesops.commission.statement.SettlementStep;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementLine;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.money.MonetaryAmount;

/** One call: runs the settlement over the credits and writes down what each of them changed. */
final class StatementWriter {
    /** Of which kind the amounts of this library are; those of others are not passed on. */
    private static final Class<?> KIND = Amounts.zero(Scale.NO_CURRENCY).getClass();

    private final Program program;
    private final FiscalPeriod period;
    private final PayeeYear payee;
    private final List<Goal> goals;
    private final Scale scale;
    private final Trace trace;
    private final LocalDate asOf;
    private final ImmutableList<Event> events;
    private final ImmutableList<Counted.Entry> releases;
    private final Settlement now;
    private final Deals deals;
    private final boolean byDeal;
    private final TreeMap<LocalDate, Long> earnedOn = new TreeMap<>();
    private final List<StatementLine> lines = new ArrayList<>();
    private final List<Optional<Rate>> attained = new ArrayList<>();
    private Moment[] last;
    private long clawed;
    private Rational exactlyClawed = Rational.ZERO;

    /** What credits of other plans, which make attainment only, would earn by themselves: to be taken off. */
    private final Optional<Settlement> others;

    StatementWriter(
            Program program,
            FiscalPeriod period,
            PayeeYear payee,
            List<Goal> goals,
            Scale scale,
            ImmutableList<Event> events,
            ImmutableList<Counted.Entry> releases,
            Trace trace,
            LocalDate asOf) {
        this.program = program;
        this.period = period;
        this.payee = payee;
        this.goals = goals;
        this.scale = scale;
        this.events = events;
        this.releases = releases;
        this.trace = trace;
        this.asOf = asOf;
        now = new Settlement(program, payee, goals, scale, events);
        others = events.stream().allMatch(Event::pays)
                ? Optional.empty()
                : Optional.of(new Settlement(program, payee, goals, scale, events));
        deals = new Deals(program.clawback().map(Part::rule), scale.mode());
        byDeal = program.clawback().isPresent() || !program.holdbacks().isEmpty();
        last = moments();
    }

    private Moment[] moments() {
        return now.tallies().stream().map(Tally::moment).toArray(Moment[]::new);
    }

    Statement run(Provenance computedFrom, ImmutableList<Omission> omitted, List<Finding> findings) {
        int earlier = 0;
        boolean own = false;
        // As long as no own deal has come, deals of other plans move nothing.
        while (earlier < events.size()
                && (events.get(earlier).credit().date().isBefore(period.from())
                        || (!own && !events.get(earlier).pays()))) {
            own |= events.get(earlier).pays();
            earlier++;
        }
        for (int measure = 0; measure < goals.size(); measure++) {
            attained.add(Optional.empty());
        }
        applyAll(events.subList(0, earlier));
        last = moments();
        attain();
        ImmutableList<Optional<Rate>> attainedBefore = ImmutableList.copyOf(attained);
        Start start = new Start(now, ImmutableList.copyOf(last), exact(), sum(), clawed);
        long carriedBefore = carried();
        Reserves reserves = new Reserves(program, scale, releases);
        LocalDate through =
                asOf.isBefore(period.before()) ? asOf : period.before().minusDays(1);
        Reserves.Standing heldBefore = reserves.on(period.from().minusDays(1), deals);
        if (trace != Trace.TOTALS) {
            events.subList(earlier, events.size()).forEach(event -> apply(event, true));
        } else {
            applyAll(events.subList(earlier, events.size()));
            last = moments();
            attain();
        }
        long total = Math.subtractExact(sum(), start.sum());
        MonetaryAmount paid = scale.paid(total);
        Rational residue = money(exact().minus(start.all()).minus(Rational.of(total)));
        ImmutableList<SettlementStep> settlement = ImmutableList.<SettlementStep>builder()
                .addAll(reserves.steps(heldBefore, reserves.on(through, deals)))
                .addAll(
                        program.settlers().isEmpty()
                                ? ImmutableList.of()
                                : new Draws(program, payee, scale, spanStart(), period.from(), through, earnedOn).run())
                .build();
        long counted = events.subList(earlier, events.size()).stream()
                .filter(Event::pays)
                .count();
        StatementSummary summary =
                new StatementSummary(program, period, payee, goals, scale, now, start, last, clawed, attained);
        return Statement.builder()
                .payee(payee.payee())
                .period(period)
                .plan(program.plan().id())
                .planVersion(program.plan().version())
                .total(paid)
                .attainments(attainments(start, attainedBefore))
                .lines(lines)
                .settlement(settlement)
                .residue(residue)
                .counted(counted)
                .earlier(events.size() - counted)
                .explanation(summary.explanation(paid, Math.subtractExact(carriedBefore, carried())))
                .computedFrom(computedFrom)
                .findings(findings)
                .omitted(omitted)
                .build();
    }

    private void attain() {
        for (int measure = 0; measure < goals.size(); measure++) {
            attained.set(measure, now.attainment(measure));
        }
    }

    private LocalDate spanStart() {
        return goals.stream()
                .flatMap(goal -> goal.over().from().stream())
                .min(LocalDate::compareTo)
                .orElse(period.from());
    }

    private long sum() {
        return Math.subtractExact(Math.addExact(now.sum(), clawed), carried());
    }

    private Rational exact() {
        Rational all = now.exact().plus(exactlyClawed);
        return others.map(carry -> all.minus(carry.exact())).orElse(all);
    }

    /** Counts credits without lines. */
    private void applyAll(List<Event> some) {
        if (byDeal || !program.settlers().isEmpty() || others.isPresent()) {
            some.forEach(event -> apply(event, false));
        } else {
            now.addAll(some);
        }
    }

    private long carried() {
        return others.map(Settlement::sum).orElse(0L);
    }

    /**
     * Counts a credit for the attainment only. Of what its coming changes there is a line where own deals pay more or less
     * by it: a refund to another plan moves them down.
     */
    private void carry(Event event, boolean write) {
        Settlement carry = others.orElseThrow();
        List<Optional<Rate>> before = List.copyOf(attained);
        long[] moved = now.less(carry);
        now.add(event);
        carry.add(event);
        last = moments();
        attain();
        long[] after = now.less(carry);
        List<Part<?>> parts = ImmutableList.<Part<?>>builder()
                .addAll(program.payers())
                .addAll(program.gates())
                .addAll(program.scalers())
                .addAll(program.limits())
                .build();
        for (int i = 0; write && i < moved.length; i++) {
            long change = Math.subtractExact(after[i], moved[i]);
            if (change != 0) {
                int measure = parts.get(i).measure() >= 0 ? parts.get(i).measure() : event.measure(0);
                lines.add(line(event, parts.get(i).rule(), parts.get(i).ref(), scale.paid(0), scale.paid(change))
                        .attainmentBefore(before.get(measure))
                        .attainmentAfter(attained.get(measure))
                        .build());
            }
        }
    }

    private void apply(Event event, boolean write) {
        if (!event.pays()) {
            carry(event, write);
            return;
        }
        boolean daily = !program.settlers().isEmpty();
        long before = byDeal || daily ? sum() : 0;
        if (byDeal && deals.cancels(event)) {
            Rational taken = deals.cancel(event);
            long whole = taken.round(0, scale.mode()).longValueExact();
            exactlyClawed = exactlyClawed.plus(taken);
            clawed = Math.addExact(clawed, whole);
            if (write) {
                Part<?> rule = program.clawback().orElseThrow();
                lines.add(line(event, rule.rule(), rule.ref(), event.amount(), scale.paid(whole))
                        .build());
            }
        } else {
            long[] heldBefore = byDeal ? heldOn() : new long[0];
            long[] gates = now.gates.clone();
            long[] scalers = now.scalers.clone();
            long[] caps = now.caps.clone();
            now.add(event);
            if (write) {
                write(event, gates, scalers, caps);
            }
            if (byDeal) {
                long[] held = heldOn();
                for (int i = 0; i < held.length; i++) {
                    held[i] = Math.subtractExact(held[i], heldBefore[i]);
                }
                deals.earn(event, Math.subtractExact(sum(), before), held);
            }
        }
        if (daily) {
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

    private void write(Event event, long[] gates, long[] scalers, long[] caps) {
        ImmutableList<Optional<Rate>> before = ImmutableList.copyOf(attained);
        for (int i = 0; i < event.size(); i++) {
            attained.set(event.measure(i), now.attainment(event.measure(i)));
        }
        for (int i = 0; i < program.payers().size(); i++) {
            Tally tally = now.tallies().get(i);
            if (tally.touches(event)) {
                Part<EarningRule> payer = program.payers().get(i);
                Moment after = tally.moment();
                Portions.Known known = known(payer.measure(), event, Math.subtractExact(after.sum(), last[i].sum()));
                StatementLine.Builder line = line(event, payer.rule(), payer.ref(), known.credited(), known.paid())
                        .attainmentBefore(before.get(payer.measure()))
                        .attainmentAfter(attained.get(payer.measure()));
                if (trace == Trace.FULL) {
                    line.tiers(Portions.of(tally, scale, last[i], after, Optional.of(known)));
                }
                lines.add(line.build());
                last[i] = after;
            }
        }
        changes(event, program.gates(), gates, now.gates, before);
        changes(event, program.scalers(), scalers, now.scalers, before);
        changes(event, program.limits(), caps, now.caps, before);
    }

    private <R extends AdjustingRule> void changes(
            Event event, List<Part<R>> parts, long[] from, long[] to, List<Optional<Rate>> before) {
        for (int i = 0; i < from.length; i++) {
            long change = Math.subtractExact(to[i], from[i]);
            if (change != 0) {
                Part<R> part = parts.get(i);
                int measure = part.measure() >= 0 ? part.measure() : event.measure(0);
                lines.add(line(event, part.rule(), part.ref(), event.amount(), scale.paid(change))
                        .attainmentBefore(before.get(measure))
                        .attainmentAfter(attained.get(measure))
                        .build());
            }
        }
    }

    private StatementLine.Builder line(
            Event event, PlanRule rule, RuleRef ref, MonetaryAmount credited, MonetaryAmount paid) {
        Credit credit = event.credit();
        return StatementLine.builder()
                .credit(credit.id())
                .date(credit.date())
                .rule(rule.id())
                .ref(ref)
                .credited(credited)
                .amount(paid);
    }

    private Portions.Known known(int measure, Event event, long pays) {
        Measure counted = program.measures().get(measure);
        long units = event.in(measure);
        boolean own = counted.counts() == Measure.Counts.AMOUNT
                && counted.function().isEmpty()
                && event.counts(measure)
                && event.amount().getClass() == KIND;
        return new Portions.Known(units, own ? event.amount() : scale.counted(measure, units), pays, scale.paid(pays));
    }

    private ImmutableMap<String, Attainment> attainments(Start start, List<Optional<Rate>> attainedBefore) {
        ImmutableMap.Builder<String, Attainment> attainments = ImmutableMap.builder();
        for (int measure = 0; measure < goals.size(); measure++) {
            Goal goal = goals.get(measure);
            attainments.put(
                    program.measures().get(measure).id(),
                    Attainment.builder()
                            .over(goal.over())
                            .quota(goal.amount())
                            .before(scale.counted(measure, start.total(measure)))
                            .after(scale.counted(measure, now.totals[measure]))
                            .rateBefore(attainedBefore.get(measure))
                            .rateAfter(attained.get(measure))
                            .build());
        }
        return attainments.buildOrThrow();
    }

    /** From minor units of pay to the currency's unit. */
    private Rational money(Rational minor) {
        return minor.times(Rational.of(BigDecimal.ONE.movePointLeft(scale.pay())));
    }
}
