package io.salesops.commission.calc;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.commission.calc.CommissionOptions.Trace;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditId;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.statement.Statement;
import io.salesops.core.crm.Quota;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A payee's facts, sieved and converted for one period: what a statement is calculated from. Immutable. */
final class Prepared {
    private final Program program;
    private final Fingerprint fingerprint;
    private final boolean fingerprintsFacts;
    private final FiscalPeriod period;
    private final PayeeYear payee;
    private final AsOf asOf;
    private final List<Goal> goals;
    private final Counted counted;
    private final Earlier earlier;
    private final ImmutableList<Finding> findings;
    private final Supplier<Ready> ready = Suppliers.memoize(this::ready);

    /** The credits in whole units, and what it was computed from. */
    private record Ready(
            Scale scale, ImmutableList<Event> events, Provenance computedFrom, ImmutableSet<CreditId> ids) {}

    Prepared(
            Program program,
            Fingerprint fingerprint,
            boolean fingerprintsFacts,
            FiscalPeriod period,
            PayeeYear payee,
            AsOf asOf,
            List<Goal> goals,
            Counted counted,
            Earlier earlier,
            ImmutableList<Finding> findings) {
        this.program = program;
        this.fingerprint = fingerprint;
        this.fingerprintsFacts = fingerprintsFacts;
        this.period = period;
        this.payee = payee;
        this.asOf = asOf;
        this.goals = goals;
        this.counted = counted;
        this.earlier = earlier;
        this.findings = findings;
    }

    private boolean isRefused() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    Checked<Statement> statement(Trace trace) {
        if (isRefused()) {
            return Checked.refused(findings);
        }
        return guarded(findings, () -> {
            Scale scale = Scale.of(program, counted);
            return write(scale, counted.events(scale), counted.releases(), trace, provenance(), omitted());
        });
    }

    /** The statement by totals with one more credit. */
    Checked<Statement> with(Credit oneMore) {
        Ready prior = ready.get();
        if (isRefused() || prior.ids().contains(oneMore.id())) {
            return whole(oneMore).statement(Trace.TOTALS);
        }
        List<Finding> problems = new ArrayList<>(findings);
        Counted one = new Intake(program, period, payee.withCredits(oneMore), goals, asOf, problems).run();
        int[] finest = one.finest(program.measures().size());
        boolean alone = !oneMore.amount().isNegative()
                || PlanDays.of(program.plan(), payee, goals).isWhole();
        boolean fits = one.releases().isEmpty() && program.countsAlone() && alone && earlier.staysWith(oneMore);
        for (int measure = 0; measure < finest.length; measure++) {
            fits &= finest[measure] <= prior.scale().bases().get(measure);
        }
        if (!fits || !problems.equals(findings)) {
            return whole(oneMore).statement(Trace.TOTALS);
        }
        return guarded(findings, () -> {
            ImmutableList<Event> events = one.entries().isEmpty()
                    ? prior.events()
                    : Counted.with(prior.events(), Counted.event(one.entries().get(0), prior.scale()));
            Provenance from = Provenance.builder()
                    .from(prior.computedFrom())
                    .putInputs(
                            "deal",
                            new Provenance.Input(
                                    oneMore.id().value(), "1", Fingerprint.ofFacts(ImmutableList.of(fact(oneMore)))))
                    .build();
            return write(
                    prior.scale(),
                    events,
                    counted.releases(),
                    Trace.TOTALS,
                    from,
                    ImmutableList.<Omission>builder()
                            .addAll(omitted())
                            .addAll(one.omitted())
                            .build());
        });
    }

    private Ready ready() {
        Scale scale = Scale.of(program, counted);
        return new Ready(
                scale,
                counted.events(scale),
                provenance(),
                payee.credits().stream().map(Credit::id).collect(ImmutableSet.toImmutableSet()));
    }

    /** The facts with one more credit, sieved anew. */
    private Prepared whole(Credit oneMore) {
        PayeeYear more = PayeeYear.builder().from(payee).addCredits(oneMore).build();
        List<Finding> problems = new ArrayList<>();
        Counted all = new Intake(program, period, more, goals, asOf, problems).run();
        return new Prepared(
                program,
                fingerprint,
                fingerprintsFacts,
                period,
                more,
                asOf,
                goals,
                all,
                EarlierSpans.of(program, period, more, goals, asOf, problems),
                ImmutableSet.<Finding>builder()
                        .addAll(findings)
                        .addAll(problems)
                        .build()
                        .asList());
    }

    private Statement write(
            Scale scale,
            ImmutableList<Event> events,
            ImmutableList<Counted.Entry> releases,
            Trace trace,
            Provenance from,
            ImmutableList<Omission> omitted) {
        return new StatementWriter(program, period, payee, goals, scale, events, releases, earlier, trace, asOf.date())
                .run(from, omitted, findings);
    }

    private Checked<Statement> guarded(List<Finding> beside, Supplier<Statement> calculation) {
        try {
            return Checked.accepted(calculation.get(), beside);
        } catch (ArithmeticException e) {
            return Checked.refused(ImmutableList.<Finding>builder()
                    .addAll(beside)
                    .add(range(e))
                    .build());
        }
    }

    /** Amounts near 2^63 minor units, or a plan that forbids rounding: no figure rather than a wrong one. */
    private Finding range(ArithmeticException e) {
        String largest = payee.credits().stream()
                .max(Comparator.comparing((Credit credit) ->
                                Amounts.number(credit.amount()).abs())
                        .thenComparing(Credit::id))
                .map(credit -> "; the largest of " + payee.credits().size() + " credits is " + credit.id() + " of "
                        + credit.amount())
                .orElse("");
        return Finding.error(
                        "commission.amount.range",
                        "/credits",
                        "pay of " + payee.payee() + " for " + period + " cannot be calculated exactly: "
                                + e.getMessage() + largest)
                .maybe("Maybe an amount has too many digits, or the rounding mode is UNNECESSARY.");
    }

    private ImmutableList<Omission> omitted() {
        List<Quota> used =
                goals.stream().map(Goal::quota).flatMap(Optional::stream).toList();
        List<String> unused = payee.quotas().stream()
                .filter(quota -> !used.contains(quota))
                .map(quota ->
                        quota.owner() + " " + quota.measure() + " " + quota.period() + " version " + quota.version())
                .sorted()
                .toList();
        ImmutableList.Builder<Omission> omitted =
                ImmutableList.<Omission>builder().addAll(counted.omitted());
        if (!unused.isEmpty()) {
            omitted.add(Omission.of("quotas that do not hold here", unused, 5));
        }
        return omitted.build();
    }

    private Provenance provenance() {
        CommissionPlan plan = program.plan();
        return Provenance.builder()
                .engine("CommissionCalculator")
                .putInputs("plan", new Provenance.Input(plan.id().value(), plan.version(), fingerprint))
                .putAllInputs(fingerprintsFacts ? facts() : ImmutableMap.of())
                .putAllInputs(assigned())
                .putInputs(
                        "period",
                        new Provenance.Input(
                                period.name(),
                                period.range().toString(),
                                Fingerprint.ofText(SalesOpsJson.write(period))))
                .putInputs(
                        "asOf",
                        new Provenance.Input(
                                asOf.date().toString(),
                                asOf.knownAt().map(Object::toString).orElse("all"),
                                Fingerprint.ofText(SalesOpsJson.write(asOf))))
                .addAllLookups(counted.lookups())
                .build();
    }

    private ImmutableMap<String, Provenance.Input> facts() {
        ImmutableList<Credit> credits = payee.credits();
        return ImmutableMap.of(
                "credits",
                new Provenance.Input(
                        payee.payee().value(),
                        Integer.toString(credits.size()),
                        Fingerprint.ofFacts(credits.stream().map(Prepared::fact).toList())),
                "quotas",
                new Provenance.Input(
                        payee.payee().value(),
                        Integer.toString(payee.quotas().size()),
                        Fingerprint.ofFacts(
                                payee.quotas().stream().map(SalesOpsJson::write).toList())));
    }

    /** By which plans the payee is paid, where that is stated. */
    private ImmutableMap<String, Provenance.Input> assigned() {
        return payee.plans().isEmpty()
                ? ImmutableMap.of()
                : ImmutableMap.of(
                        "plans",
                        new Provenance.Input(
                                payee.payee().value(),
                                Integer.toString(payee.plans().size()),
                                Fingerprint.ofFacts(payee.plans().stream()
                                        .map(SalesOpsJson::write)
                                        .toList())));
    }

    /** Cheaper than JSON, and as exact. */
    private static String fact(Credit credit) {
        String plain = String.join(
                "\t",
                credit.id().value(),
                credit.payee().value(),
                credit.source(),
                credit.date().toString(),
                Amounts.number(credit.amount()).stripTrailingZeros().toString(),
                credit.amount().getCurrency().getCurrencyCode(),
                credit.measure(),
                credit.recordedAt().map(Object::toString).orElse(""));
        boolean more = credit.margin().isPresent()
                || credit.units().isPresent()
                || credit.started().isPresent()
                || credit.paidBelow().isPresent()
                || !credit.custom().values().isEmpty();
        return more ? plain + "\t" + SalesOpsJson.write(credit) : plain;
    }
}
