package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.commission.credit.Credit;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds out what deals of earlier quotas' periods had earned, where the period of a statement releases what was held back of
 * them, takes them back, or ends a draw that began then.
 *
 * <p>Attainment starts anew with each quota, but what is held back of a deal, and what a cancellation takes back, goes on.
 * So the spans of days over which all measures accumulate are calculated one after the other, from the first on that has
 * such a deal. One call, one object; O(n log n) in the credits for each span.
 */
final class EarlierSpans {
    private final Program program;
    private final FiscalPeriod period;
    private final PayeeYear payee;
    private final AsOf asOf;
    private final List<Finding> findings;
    private final ImmutableList<Credit> known;
    private final LocalDate start;

    /** Days on which the goals of all measures stay the same. */
    private record Span(ImmutableList<Goal> goals, LocalDate from, LocalDate before) {}

    private EarlierSpans(
            Program program, FiscalPeriod period, PayeeYear payee, LocalDate start, AsOf asOf, List<Finding> findings) {
        this.program = program;
        this.period = period;
        this.payee = payee;
        this.start = start;
        this.asOf = asOf;
        this.findings = findings;
        Optional<DateRange> days = payee.daysUnder(program.plan());
        LocalDate first = days.flatMap(DateRange::from).orElse(LocalDate.MIN);
        known = payee.credits().stream()
                .filter(credit -> days.isPresent()
                        && credit.payee().equals(payee.payee())
                        && program.byName().containsKey(credit.measure())
                        && !credit.date().isBefore(first)
                        && credit.date().isBefore(period.before())
                        && !credit.date().isAfter(asOf.date()))
                .sorted(Counted.ORDER)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns what there was.
     *
     * @param goals the goals over which the statement accumulates
     * @param findings receives why it cannot be known
     */
    static Earlier of(
            Program program,
            FiscalPeriod period,
            PayeeYear payee,
            List<Goal> goals,
            AsOf asOf,
            List<Finding> findings) {
        Optional<LocalDate> start = latest(goals);
        return start.isEmpty() || !(program.asksDeals() || !program.settlers().isEmpty())
                ? Earlier.NOTHING
                : new EarlierSpans(program, period, payee, start.get(), asOf, findings).run(goals);
    }

    private static Optional<LocalDate> latest(List<Goal> goals) {
        return goals.stream().flatMap(goal -> goal.over().from().stream()).max(LocalDate::compareTo);
    }

    private Earlier run(List<Goal> goals) {
        Optional<LocalDate> settled =
                Draws.from(program, payee, Draws.spanStart(goals, period)).filter(start::isAfter);
        boolean some =
                !known.isEmpty() && known.get(0).date().isBefore(start) && (program.asksDeals() || settled.isPresent());
        if (!some) {
            return Earlier.none(start, false);
        }
        Optional<LocalDate> first =
                Stream.of(first(), settled).flatMap(Optional::stream).min(LocalDate::compareTo);
        return first.flatMap(this::spans).map(this::earlier).orElseGet(() -> Earlier.none(start, true));
    }

    /** The day of the first deal that matters; what is taken back of others, on days from there on, matters as well. */
    private Optional<LocalDate> first() {
        Map<String, LocalDate> began = new HashMap<>();
        known.forEach(credit -> began.putIfAbsent(credit.source(), credit.date()));
        Set<String> wanted = new HashSet<>(PlanReach.released(program, payee, period));
        known.stream()
                .filter(credit -> !credit.date().isBefore(start))
                .filter(credit ->
                        !program.holdbacks().isEmpty() || credit.amount().isNegative())
                .forEach(credit -> wanted.add(credit.source()));
        Optional<LocalDate> first = Optional.empty();
        boolean more = true;
        while (more) {
            Optional<LocalDate> now = wanted.stream()
                    .flatMap(source -> Optional.ofNullable(began.get(source)).stream())
                    .filter(start::isAfter)
                    .min(LocalDate::compareTo);
            more = !now.equals(first);
            first = now;
            known.stream()
                    .filter(credit -> program.clawback().isPresent()
                            && credit.amount().isNegative()
                            && now.filter(day -> !credit.date().isBefore(day)).isPresent())
                    .forEach(credit -> wanted.add(credit.source()));
        }
        return first;
    }

    /** The spans from a day up to the start, in their order; empty where a goal is missing. */
    private Optional<Deque<Span>> spans(LocalDate first) {
        Deque<Span> spans = new ArrayDeque<>();
        LocalDate cursor = start;
        while (cursor.isAfter(first)) {
            LocalDate before = cursor;
            Optional<LocalDate> last = known.stream()
                    .map(Credit::date)
                    .filter(date -> date.isBefore(before) && !date.isBefore(first))
                    .max(LocalDate::compareTo);
            if (last.isEmpty()) {
                break;
            }
            LocalDate day = last.get();
            List<Finding> missing = new ArrayList<>();
            List<Goal> goals =
                    PayeeGoals.of(program, new FiscalPeriod(day.toString(), day, day.plusDays(1)), payee, missing);
            if (refuses(day, missing)) {
                return Optional.empty();
            }
            LocalDate end = goals.stream()
                    .flatMap(goal -> goal.over().before().stream())
                    .filter(day::isBefore)
                    .min(LocalDate::compareTo)
                    .filter(before::isAfter)
                    .orElse(before);
            cursor = latest(goals).filter(from -> !from.isAfter(day)).orElse(first);
            spans.addFirst(new Span(ImmutableList.copyOf(goals), cursor, end));
        }
        return Optional.of(spans);
    }

    private Earlier earlier(Iterable<Span> spans) {
        TreeMap<LocalDate, Long> earnedOn = new TreeMap<>();
        Deals deals = new Deals(
                program.clawback().map(Program.Part::rule),
                program.plan().rounding().mode(),
                LocalDate.MIN);
        for (Span span : spans) {
            List<Finding> problems = new ArrayList<>();
            Counted counted = new Intake(
                            program,
                            new FiscalPeriod(span.from().toString(), span.from(), span.before()),
                            payee,
                            span.goals(),
                            asOf,
                            problems)
                    .run();
            PayeeCheck.started(program, counted, problems);
            if (refuses(span.from(), problems)) {
                break;
            }
            try {
                Scale scale = Scale.of(program, counted);
                ImmutableList<Event> events = counted.events(scale);
                RunningPay running =
                        new RunningPay(program, payee, span.goals(), scale, events, deals.from(span.from()));
                events.forEach(running::add);
                earnedOn.putAll(running.earnedOn().tailMap(span.from(), true));
            } catch (ArithmeticException e) {
                refuses(
                        span.from(),
                        ImmutableList.of(
                                Finding.error("commission.amount.range", "/credits", String.valueOf(e.getMessage()))));
                break;
            }
        }
        return new Earlier(Optional.of(deals.from(start)), ImmutableSortedMap.copyOfSorted(earnedOn), start, true);
    }

    /** Whether something keeps deals of a day from being known; says so once for each problem. */
    private boolean refuses(LocalDate day, List<Finding> problems) {
        ImmutableSet<Finding> errors = problems.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .collect(ImmutableSet.toImmutableSet());
        errors.forEach(error -> findings.add(Finding.error(
                        "commission.deal.earlier",
                        error.path(),
                        "deals from " + day + " on are released, taken back or drawn on in " + period
                                + ", but what they earned is unknown: " + error.message())
                .maybe("Maybe load the quotas and rates of then, too.")));
        return !errors.isEmpty();
    }
}
