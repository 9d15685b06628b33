package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.Program.Part;
import io.salesops.commission.plan.Holdback;
import io.salesops.commission.plan.Release;
import io.salesops.commission.statement.SettlementStep;
import io.salesops.commission.statement.SettlementStep.Kind;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was held back of each deal, and what of that was released, on a day. */
final class Reserves {
    private final Program program;
    private final Scale scale;
    private final List<Counted.Entry> releases;

    /**
     * What stands on one day, for each holdback by deal.
     *
     * @param held what was held back
     * @param released what of it was released
     */
    record Standing(ImmutableList<TreeMap<String, Long>> held, ImmutableList<TreeMap<String, Long>> released) {}

    Reserves(Program program, Scale scale, List<Counted.Entry> releases) {
        this.program = program;
        this.scale = scale;
        this.releases = releases;
    }

    Standing on(LocalDate day, Deals deals) {
        ImmutableList.Builder<TreeMap<String, Long>> held = ImmutableList.builder();
        ImmutableList.Builder<TreeMap<String, Long>> released = ImmutableList.builder();
        for (int i = 0; i < program.holdbacks().size(); i++) {
            Holdback rule = program.holdbacks().get(i).rule();
            TreeMap<String, Long> reserve = new TreeMap<>();
            TreeMap<String, Long> release = new TreeMap<>();
            int holdback = i;
            deals.all().forEach((source, deal) -> {
                long kept = part(rule.share().value(), deal.heldOn(holdback));
                reserve.put(source, kept);
                release.put(source, part(fraction(rule.release(), source, deal, day), kept));
            });
            held.add(reserve);
            released.add(release);
        }
        return new Standing(held.build(), released.build());
    }

    private long part(Rational share, long of) {
        return share.times(Rational.of(of)).round(0, scale.mode()).longValueExact();
    }

    private Rational fraction(Release release, String source, Deals.Deal deal, LocalDate day) {
        return release.match(new Release.Cases<>() {
            @Override
            public Rational on(Release.On on) {
                return on.date().isAfter(day) ? Rational.ZERO : Rational.ONE;
            }

            @Override
            public Rational after(Release.After after) {
                return after.dateFor(deal.first()).isAfter(day) ? Rational.ZERO : Rational.ONE;
            }

            @Override
            public Rational event(Release.Event event) {
                Rational came = Rational.ZERO;
                for (Counted.Entry entry : releases) {
                    if (entry.credit().source().equals(source)
                            && entry.credit().measure().equals(event.measure())
                            && !event.dateFor(entry.credit().date()).isAfter(day)) {
                        came = came.plus(Amounts.exact(entry.amount()));
                    }
                }
                return deal.booked().signum() <= 0
                        ? Rational.ZERO
                        : came.dividedBy(deal.booked()).max(Rational.ZERO).min(Rational.ONE);
            }
        });
    }

    /** What changed from one day to another. */
    ImmutableList<SettlementStep> steps(Standing start, Standing end) {
        ImmutableList.Builder<SettlementStep> steps = ImmutableList.builder();
        for (int i = 0; i < program.holdbacks().size(); i++) {
            Part<Holdback> part = program.holdbacks().get(i);
            TreeSet<String> sources = new TreeSet<>(end.held().get(i).keySet());
            for (String source : sources) {
                long held = Math.subtractExact(
                        end.held().get(i).getOrDefault(source, 0L),
                        start.held().get(i).getOrDefault(source, 0L));
                long released = Math.subtractExact(
                        end.released().get(i).getOrDefault(source, 0L),
                        start.released().get(i).getOrDefault(source, 0L));
                step(part, Kind.RESERVE, source, -held, steps);
                step(part, Kind.RELEASE, source, released, steps);
            }
        }
        return steps.build();
    }

    private void step(
            Part<Holdback> part, Kind kind, String source, long amount, ImmutableList.Builder<SettlementStep> steps) {
        if (amount != 0) {
            steps.add(SettlementStep.builder()
                    .kind(kind)
                    .rule(part.rule().id())
                    .ref(part.ref())
                    .subject(source)
                    .amount(scale.paid(amount))
                    .build());
        }
    }
}
