package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.Program.Part;
import io.salesops.commission.plan.Draw;
import io.salesops.commission.plan.Guarantee;
import io.salesops.commission.plan.SettlingRule;
import io.salesops.commission.statement.SettlementStep;
import io.salesops.commission.statement.SettlementStep.Kind;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;

/**
 * Draws and guarantees: in each of their periods at least an amount is paid. A period is settled in the statement in which
 * it ends.
 *
 * <p>What a recoverable draw is owed follows from the earnings of all its periods that end on days of the quota, and from what
 * was owed when these began: nothing is kept between calls.
 */
final class Draws {
    private final Program program;
    private final PayeeYear payee;
    private final Scale scale;
    private final LocalDate spanStart;
    private final LocalDate earliest;
    private final LocalDate after;
    private final LocalDate through;

    /** What was earned, and what earlier rules added, by day. */
    private final TreeMap<LocalDate, Long> paid;

    private final ImmutableList.Builder<SettlementStep> steps = ImmutableList.builder();

    /**
     * @param spanStart the first day of the quota
     * @param from the first day of the statement
     * @param through the last day of the statement that has come
     * @param earned what was earned on which day
     */
    Draws(
            Program program,
            PayeeYear payee,
            Scale scale,
            LocalDate spanStart,
            LocalDate from,
            LocalDate through,
            NavigableMap<LocalDate, Long> earned) {
        this.program = program;
        this.payee = payee;
        this.scale = scale;
        this.spanStart = spanStart;
        earliest = from(program, payee, spanStart).orElse(spanStart);
        this.after = from;
        this.through = through;
        paid = new TreeMap<>(earned);
    }

    /** Returns the first day over which what is owed accumulates. */
    static LocalDate spanStart(List<Goal> goals, FiscalPeriod period) {
        return goals.stream()
                .flatMap(goal -> goal.over().from().stream())
                .min(LocalDate::compareTo)
                .orElse(period.from());
    }

    /** Returns the first day whose earnings are asked: that of the first period that ends on a day of the quota. */
    static Optional<LocalDate> from(Program program, PayeeYear payee, LocalDate spanStart) {
        return program.settlers().stream()
                .flatMap(part -> part.rule() instanceof Draw draw
                        ? from(program, payee, draw.every(), draw.effective(), spanStart).stream()
                        : part.rule() instanceof Guarantee guarantee
                                ? from(program, payee, guarantee.every(), guarantee.effective(), spanStart).stream()
                                : Stream.<LocalDate>empty())
                .min(LocalDate::compareTo);
    }

    private static Optional<LocalDate> from(
            Program program, PayeeYear payee, Period every, Optional<DateRange> effective, LocalDate spanStart) {
        return days(program, payee, effective).flatMap(DateRange::from).map(anchor -> {
            int n = 0;
            while (!anchor.plus(every.multipliedBy(n + 1)).isAfter(spanStart)) {
                n++;
            }
            return anchor.plus(every.multipliedBy(n));
        });
    }

    /** The days on which the payee is paid by the plan and a rule holds. */
    private static Optional<DateRange> days(Program program, PayeeYear payee, Optional<DateRange> effective) {
        return payee.daysUnder(program.plan())
                .flatMap(holds -> holds.intersection(payee.employed()))
                .flatMap(days -> effective.isPresent() ? days.intersection(effective.get()) : Optional.of(days));
    }

    ImmutableList<SettlementStep> run() {
        for (Part<SettlingRule> part : program.settlers()) {
            if (part.rule() instanceof Draw draw) {
                settle(part, draw.amount(), draw.every(), draw.effective(), Optional.of(draw.recovery()));
            } else if (part.rule() instanceof Guarantee guarantee) {
                settle(part, guarantee.amount(), guarantee.every(), guarantee.effective(), Optional.empty());
            }
        }
        return steps.build();
    }

    private void settle(
            Part<SettlingRule> part,
            BigDecimal amount,
            Period every,
            Optional<DateRange> effective,
            Optional<Draw.Recovery> recovery) {
        long least = amount.movePointRight(scale.pay())
                .setScale(0, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
        Optional<DateRange> held = days(program, payee, effective);
        if (held.isEmpty() || held.get().from().isEmpty()) {
            return; // the payee and the draw never meet; a draw without a first day is refused with the plan
        }
        DateRange days = held.get();
        boolean owes = recovery.isPresent() && recovery.get() != Draw.Recovery.NON_RECOVERABLE;
        long owed = Optional.ofNullable(payee.owed().get(part.rule().id()))
                .map(balance -> MoneyKernel.minor(balance, scale.pay()))
                .orElse(0L);
        LocalDate anchor = days.from().orElseThrow();
        for (int n = 0; ; n++) {
            LocalDate from = anchor.plus(every.multipliedBy(n));
            LocalDate before = anchor.plus(every.multipliedBy(n + 1));
            LocalDate last = before.minusDays(1);
            if (last.isAfter(through) || days.before().filter(before::isAfter).isPresent()) {
                return;
            }
            if (from.isBefore(earliest)) {
                continue;
            }
            long earned = paid.subMap(from, before).values().stream().reduce(0L, Math::addExact);
            boolean now = !last.isBefore(after);
            long missing = Math.subtractExact(least, earned);
            if (last.isBefore(spanStart)) {
                paid.merge(last, Math.max(0, missing), Math::addExact); // what is owed of it is in the opening balance
                continue;
            }
            if (missing > 0) {
                owed = owes ? Math.addExact(owed, missing) : owed;
                step(
                        now,
                        part,
                        recovery.isPresent() ? Kind.DRAW_ADVANCE : Kind.GUARANTEE,
                        from,
                        before,
                        missing,
                        owes,
                        owed);
            } else if (owes && owed > 0 && missing < 0) {
                long recovered = Math.min(owed, -missing);
                owed -= recovered;
                step(now, part, Kind.RECOVERY, from, before, -recovered, owes, owed);
            }
            LocalDate next = anchor.plus(every.multipliedBy(n + 2));
            boolean ends = days.before().filter(next::isAfter).isPresent();
            if (ends && owed > 0 && recovery.equals(Optional.of(Draw.Recovery.FORGIVEN))) {
                owed = 0;
                step(now, part, Kind.FORGIVENESS, from, before, 0, owes, owed);
            }
        }
    }

    private void step(
            boolean now,
            Part<SettlingRule> part,
            Kind kind,
            LocalDate from,
            LocalDate before,
            long amount,
            boolean owes,
            long owed) {
        paid.merge(before.minusDays(1), amount, Math::addExact);
        if (now) {
            Optional<MonetaryAmount> balance = owes ? Optional.of(scale.paid(owed)) : Optional.empty();
            steps.add(SettlementStep.builder()
                    .kind(kind)
                    .rule(part.rule().id())
                    .ref(part.ref())
                    .subject(DateRange.of(from, before).toString())
                    .amount(scale.paid(amount))
                    .owed(balance)
                    .build());
        }
    }
}
