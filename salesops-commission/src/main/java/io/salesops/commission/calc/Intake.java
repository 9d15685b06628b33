package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.Counted.Entry;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Measure;
import io.salesops.core.criteria.Truth;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.money.MonetaryAmount;

/** One call: sorts and sieves credits, and converts those that count; problems go to the findings. O(n log n). */
final class Intake {
    private static final int EXAMPLES = 5;

    private final Program program;
    private final CommissionPlan plan;
    private final FiscalPeriod period;
    private final PayeeYear payee;
    private final List<Goal> goals;
    private final AsOf asOf;
    private final List<Finding> findings;
    private final boolean asksDeals;
    private final PlanDays days;
    private final boolean[] paidWithoutQuota;
    private final Map<String, List<String>> leftOut = new TreeMap<>();
    private final CreditCount count;

    /** The first sale of each deal by the measure that its credits bear. */
    private final Map<String, Credit> sales = new HashMap<>();

    Intake(Program program, FiscalPeriod period, PayeeYear payee, List<Goal> goals, AsOf asOf, List<Finding> findings) {
        this.program = program;
        this.plan = program.plan();
        this.period = period;
        this.payee = payee;
        this.goals = goals;
        this.asOf = asOf;
        this.findings = findings;
        count = new CreditCount(program, asOf, findings);
        asksDeals = program.asksOrigin();
        days = PlanDays.of(plan, payee, goals);
        paidWithoutQuota = new boolean[goals.size()];
        program.payers().forEach(payer -> {
            if (RuleMeasures.needingQuota(payer.rule()).isEmpty()) {
                paidWithoutQuota[payer.measure()] = true;
            }
        });
    }

    Counted run() {
        duplicates();
        ImmutableList.Builder<Entry> entries = ImmutableList.builder();
        ImmutableList.Builder<Entry> releases = ImmutableList.builder();
        for (Credit credit : ImmutableList.sortedCopyOf(Counted.ORDER, payee.credits())) {
            Optional<String> reason = whyNot(credit);
            boolean releasing = reason.isEmpty() && program.releasing().contains(credit.measure());
            PlanDays.Own own = PlanDays.Own.PAYS;
            if (reason.isEmpty()) {
                LocalDate day = days.day(credit, program.byName().getOrDefault(credit.measure(), ImmutableList.of()));
                own = days.own(day);
                reason = whyNot(credit, day, own);
            }
            Credit origin = reason.isEmpty() && asksDeals ? origin(credit) : credit;
            List<Integer> measures = new ArrayList<>();
            if (reason.isEmpty()) {
                reason = measures(credit, origin, measures);
            }
            if (releasing) {
                count.convert(credit, credit.amount())
                        .ifPresent(amount -> releases.add(
                                new Entry(credit, origin, amount, ImmutableList.of(), ImmutableList.of(), false)));
            }
            if (reason.isPresent()) {
                leftOut.computeIfAbsent(
                                releasing ? "releases what was held back" : reason.get(), key -> new ArrayList<>())
                        .add(credit.id().value());
            } else {
                boolean pays = own == PlanDays.Own.PAYS;
                count.convert(credit, credit.amount())
                        .ifPresent(amount -> add(credit, origin, amount, measures, pays, entries));
            }
        }
        ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
        leftOut.forEach((reason, ids) -> omitted.add(Omission.of(reason, ids, EXAMPLES)));
        return new Counted(entries.build(), releases.build(), omitted.build(), count.lookups());
    }

    /** A refund is asked by its sale: it counts where and as the sale did. */
    private Credit origin(Credit credit) {
        String key = credit.measure() + "/" + credit.source();
        if (!credit.amount().isNegative()) {
            sales.putIfAbsent(key, credit);
            return credit;
        }
        return sales.getOrDefault(key, credit);
    }

    private void duplicates() {
        Set<String> ids = new HashSet<>();
        boolean twice = false;
        for (Credit credit : payee.credits()) {
            twice |= !ids.add(credit.id().value());
        }
        if (!twice) {
            return;
        }
        Optional<Credit> last = Optional.empty();
        for (Credit credit : ImmutableList.sortedCopyOf(
                Comparator.comparing(Credit::id).thenComparing(Credit::date), payee.credits())) {
            Credit before = last.orElse(credit);
            if (last.isPresent() && before.id().equals(credit.id())) {
                findings.add(Finding.error(
                                "commission.credit.duplicate",
                                path(credit),
                                "credit id " + credit.id() + " occurs twice: " + before.amount() + " on "
                                        + before.date() + " and " + credit.amount() + " on " + credit.date())
                        .maybe("Maybe the same event was loaded from two systems."));
            }
            last = Optional.of(credit);
        }
    }

    private Optional<String> whyNot(Credit credit) {
        LocalDate date = credit.date();
        if (!credit.payee().equals(payee.payee())) {
            return Optional.of("of payee " + credit.payee());
        }
        if (!program.byName().containsKey(credit.measure())
                && !program.releasing().contains(credit.measure())) {
            return Optional.of("measure " + credit.measure() + " is not in the plan");
        }
        if (asOf.knownAt().isPresent() && !known(credit)) {
            return Optional.of("not yet recorded at " + asOf.knownAt().get());
        }
        if (!date.isBefore(period.before())) {
            return Optional.of("after the period");
        }
        return date.isAfter(asOf.date()) ? Optional.of("after " + asOf.date()) : Optional.empty();
    }

    /** Why a credit that is known, and has come, is not the plan's. */
    private Optional<String> whyNot(Credit credit, LocalDate day, PlanDays.Own own) {
        if (own == PlanDays.Own.NOT) {
            return Optional.of(
                    day.equals(credit.date())
                            ? "outside the days of the plan"
                            : "takes back what is outside the days of the plan");
        }
        return payee.employed().contains(credit.date()) ? Optional.empty() : Optional.of("outside the employment");
    }

    /** Adds the measures in which a credit counts, or returns why it counts in none. */
    private Optional<String> measures(Credit credit, Credit origin, List<Integer> counted) {
        Optional<String> reason = Optional.empty();
        for (int measure : program.byName().getOrDefault(credit.measure(), ImmutableList.of())) {
            Optional<String> here = whyNot(credit, origin, measure);
            if (here.isEmpty()) {
                counted.add(measure);
            } else if (reason.isEmpty()) {
                reason = here;
            }
        }
        return counted.isEmpty()
                ? reason.or(() -> Optional.of("measure " + credit.measure() + " is not in the plan"))
                : Optional.empty();
    }

    private Optional<String> whyNot(Credit credit, Credit origin, int measure) {
        Goal goal = goals.get(measure);
        Measure definition = program.measures().get(measure);
        if (!goal.over().contains(credit.date())) {
            return Optional.of("before the period of the quota");
        }
        if (goal.notCounted() && !paidWithoutQuota[measure]) {
            return Optional.of("quota of " + definition.id() + " is zero");
        }
        if (definition.when().isPresent() && definition.when().get().test(origin) != Truth.TRUE) {
            return Optional.of("not eligible for " + definition.id() + ": " + why(origin, definition));
        }
        return Optional.empty();
    }

    /** What the credit lacks; conditions that failed first, else those that are unknown. */
    private static String why(Credit credit, Measure definition) {
        var judged = definition.when().orElseThrow().judge(credit);
        return String.join("; ", judged.failed().isEmpty() ? judged.unknown() : judged.failed());
    }

    private boolean known(Credit credit) {
        if (credit.recordedAt().isEmpty()) {
            findings.add(Finding.error(
                            "commission.credit.unrecorded",
                            path(credit) + "/recordedAt",
                            "credit " + credit.id() + " does not say when it was recorded, so what was known at "
                                    + asOf.knownAt().orElseThrow() + " is unknown")
                    .maybe("Maybe load the time of recording, or ask without knownAt."));
            return true;
        }
        return !credit.recordedAt().get().isAfter(asOf.knownAt().orElseThrow());
    }

    private void add(
            Credit credit,
            Credit origin,
            MonetaryAmount amount,
            List<Integer> measures,
            boolean pays,
            ImmutableList.Builder<Entry> entries) {
        Entry entry = count.entry(credit, origin, amount, measures, pays);
        if (entry.measures().isEmpty()) {
            leftOut.computeIfAbsent("counts for nothing", key -> new ArrayList<>())
                    .add(credit.id().value());
        } else {
            entries.add(entry);
        }
    }

    private static String path(Credit credit) {
        return "/credits/" + credit.id();
    }
}
