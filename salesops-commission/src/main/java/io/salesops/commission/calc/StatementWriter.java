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
    private final Earlier before;
    private final RunningPay pay;
    private final Settlement now;
    private final List<StatementLine> lines = new ArrayList<>();
    private final List<Optional<Rate>> attained = new ArrayList<>();
    private Moment[] last;

    StatementWriter(
            Program program,
            FiscalPeriod period,
            PayeeYear payee,
            List<Goal> goals,
            Scale scale,
            ImmutableList<Event> events,
            ImmutableList<Counted.Entry> releases,
            Earlier earlier,
            Trace trace,
            LocalDate asOf) {
        this.program = program;
        this.period = period;
        this.payee = payee;
        this.goals = goals;
        this.scale = scale;
        this.events = events;
        this.releases = releases;
        before = earlier;
        this.trace = trace;
        this.asOf = asOf;
        pay = new RunningPay(program, payee, goals, scale, events, earlier.begin(program, scale));
        now = pay.now();
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
        pay.addAll(events.subList(0, earlier));
        last = moments();
        attain();
        ImmutableList<Optional<Rate>> attainedBefore = ImmutableList.copyOf(attained);
        Start start = new Start(now, ImmutableList.copyOf(last), pay.exact(), pay.sum(), pay.clawed());
        long carriedBefore = pay.carried();
        Reserves reserves = new Reserves(program, scale, releases);
        LocalDate through =
                asOf.isBefore(period.before()) ? asOf : period.before().minusDays(1);
        Reserves.Standing heldBefore = reserves.on(period.from().minusDays(1), pay.deals());
        if (trace != Trace.TOTALS) {
            events.subList(earlier, events.size()).forEach(this::write);
        } else {
            pay.addAll(events.subList(earlier, events.size()));
            last = moments();
            attain();
        }
        long total = Math.subtractExact(pay.sum(), start.sum());
        MonetaryAmount paid = scale.paid(total);
        Rational residue = money(pay.exact().minus(start.all()).minus(Rational.of(total)));
        ImmutableList<SettlementStep> settlement = ImmutableList.<SettlementStep>builder()
                .addAll(reserves.steps(heldBefore, reserves.on(through, pay.deals())))
                .addAll(
                        program.settlers().isEmpty()
                                ? ImmutableList.of()
                                : new Draws(
                                                program,
                                                payee,
                                                scale,
                                                Draws.spanStart(goals, period),
                                                period.from(),
                                                through,
                                                before.with(pay.earnedOn()))
                                        .run())
                .build();
        long counted = events.subList(earlier, events.size()).stream()
                .filter(Event::pays)
                .count();
        StatementSummary summary =
                new StatementSummary(program, period, payee, goals, scale, now, start, last, pay.clawed(), attained);
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
                .explanation(summary.explanation(paid, Math.subtractExact(carriedBefore, pay.carried())))
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

    /**
     * Counts a credit for the attainment only. Of what its coming changes there is a line where own deals pay more or less
     * by it: a refund to another plan moves them down.
     */
    private void carry(Event event) {
        List<Optional<Rate>> before = List.copyOf(attained);
        long[] moved = pay.own();
        pay.add(event);
        last = moments();
        attain();
        long[] after = pay.own();
        List<Part<?>> parts = ImmutableList.<Part<?>>builder()
                .addAll(program.payers())
                .addAll(program.gates())
                .addAll(program.scalers())
                .addAll(program.limits())
                .build();
        for (int i = 0; i < moved.length; i++) {
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

    /** Counts a credit, and writes down what it changed. */
    private void write(Event event) {
        if (!event.pays()) {
            carry(event);
        } else if (pay.cancels(event)) {
            long before = pay.clawed();
            pay.add(event);
            Part<?> rule = program.clawback().orElseThrow();
            MonetaryAmount taken = scale.paid(Math.subtractExact(pay.clawed(), before));
            lines.add(
                    line(event, rule.rule(), rule.ref(), event.amount(), taken).build());
        } else {
            long[] gates = now.gates.clone();
            long[] scalers = now.scalers.clone();
            long[] caps = now.caps.clone();
            pay.add(event);
            write(event, gates, scalers, caps);
        }
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
