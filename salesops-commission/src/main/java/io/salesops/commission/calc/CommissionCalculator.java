package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.statement.Statement;
import io.salesops.core.crm.Quota;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Omission;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Calculates statements under a plan.
 *
 * <p>Attainment and pay accumulate over the period of the quota; a statement pays the difference between the running pay
 * at its end and at its start. Only running pay is rounded, once for each rule, so lines sum to the total and periods to
 * the year, to the cent, whatever the order of the credits. Immutable and thread-safe; a call costs O(n log n) in the
 * credits and O(tiers) for each.
 */
public final class CommissionCalculator {
    private final Program program;
    private final Fingerprint fingerprint;

    private CommissionCalculator(CommissionPlan plan) {
        program = Program.of(plan);
        fingerprint = Fingerprint.ofText(SalesOpsJson.write(plan));
    }

    /**
     * Obtains the calculator of a plan.
     *
     * @throws FindingsException with every finding, if one of them is an error
     */
    public static CommissionCalculator of(CommissionPlan plan) {
        ImmutableList<Finding> findings = check(plan);
        if (isRefused(findings)) {
            throw new FindingsException(findings);
        }
        return new CommissionCalculator(plan);
    }

    /** Returns everything that is wrong with a plan or worth a second look; never throws. */
    public static ImmutableList<Finding> check(CommissionPlan plan) {
        return PlanCheck.check(plan);
    }

    /** The plan. */
    public CommissionPlan plan() {
        return program.plan();
    }

    /**
     * Calculates what a payee earned in a period.
     *
     * <p>Refused where a figure would be wrong or guessed: a quota that a rule needs is missing, ambiguous or in another
     * currency; a credit that counts has no dated exchange rate; an id occurs twice; an amount needs more than 63 bits.
     * Credits that do not count are left out by reason.
     *
     * @param period lies within the period of each quota that the plan's rules need
     * @param asOf credits after its day, or recorded after its {@code knownAt}, do not count; its rates convert
     */
    public Checked<Statement> calculate(FiscalPeriod period, PayeeYear payee, AsOf asOf) {
        List<Finding> findings = new ArrayList<>();
        if (!program.plan().effective().overlaps(period.range())) {
            findings.add(Finding.warning(
                            "commission.period.outside",
                            "/effective",
                            "plan " + program.plan().id() + " holds "
                                    + program.plan().effective() + ", not in " + period)
                    .maybe("Maybe another version of the plan holds."));
        }
        List<Goal> goals = goals(period, payee, findings);
        Counted counted = Counted.of(program, period, payee, goals, asOf, findings);
        if (isRefused(findings)) {
            return Checked.refused(findings);
        }
        try {
            Statement statement = new StatementWriter(program, period, payee, goals, counted)
                    .run(provenance(period, payee, asOf, counted), omitted(payee, counted, goals), findings);
            return Checked.accepted(statement, findings);
        } catch (ArithmeticException e) {
            // Amounts near 2^63 minor units, or a plan that forbids rounding: no figure rather than a wrong one.
            findings.add(Finding.error(
                            "commission.amount.range",
                            "/credits",
                            "pay of " + payee.payee() + " for " + period + " cannot be calculated exactly: "
                                    + e.getMessage())
                    .maybe("Maybe an amount has too many digits, or the rounding mode is UNNECESSARY."));
            return Checked.refused(findings);
        }
    }

    /**
     * Calculates what the period would earn with one more credit, by the same steps as {@link #calculate}.
     *
     * @param oneMore a credit of the payee with an id that none of the others has
     */
    public Checked<Statement> estimate(FiscalPeriod period, PayeeYear payee, Credit oneMore, AsOf asOf) {
        return calculate(
                period, PayeeYear.builder().from(payee).addCredits(oneMore).build(), asOf);
    }

    private List<Goal> goals(FiscalPeriod period, PayeeYear payee, List<Finding> findings) {
        CommissionPlan plan = program.plan();
        List<Quota> own = payee.quotas().stream()
                .filter(quota -> quota.owner().value().equals(payee.payee().value()))
                .toList();
        List<Optional<Quota>> quotas = new ArrayList<>();
        for (int measure = 0; measure < program.measures().size(); measure++) {
            boolean needed = program.needsQuota().contains(measure);
            quotas.add(Goal.find(program.measures().get(measure), needed, own, period, plan.currency(), findings));
        }
        Set<DateRange> periods =
                quotas.stream().flatMap(Optional::stream).map(Quota::period).collect(Collectors.toSet());
        // A measure without quota runs with the others where they agree, else over the whole plan.
        DateRange shared = periods.size() == 1 ? periods.iterator().next() : plan.effective();
        List<Goal> goals = quotas.stream()
                .map(quota -> new Goal(
                        quota,
                        quota.map(Quota::period).orElse(shared),
                        plan.conventions().zeroQuota()))
                .toList();
        spans(goals, findings);
        return goals;
    }

    /** What a gate withholds or a cap limits must start anew when the gate or cap does. */
    private void spans(List<Goal> goals, List<Finding> findings) {
        program.gates().forEach(gate -> {
            Set<DateRange> spans = spans(gate, goals);
            spans.add(goals.get(program.measure(gate.rule().measure())).over());
            refuseMixed("gate " + gate.rule().id(), gate.ref().path(), spans, findings);
        });
        program.caps()
                .forEach(cap -> refuseMixed("cap " + cap.rule().id(), cap.ref().path(), spans(cap, goals), findings));
    }

    private Set<DateRange> spans(Program.Modifier<?> modifier, List<Goal> goals) {
        return modifier.on().stream()
                .map(payer -> goals.get(program.payers().get(payer).measure()).over())
                .collect(Collectors.toSet());
    }

    private static void refuseMixed(String what, String path, Set<DateRange> spans, List<Finding> findings) {
        if (spans.size() > 1) {
            findings.add(Finding.error(
                            "commission.quota.mixed",
                            path,
                            what + " joins measures that accumulate over different days: "
                                    + spans.stream()
                                            .map(DateRange::toString)
                                            .sorted()
                                            .toList())
                    .maybe("Maybe the quotas of one plan share a period, or the gate or cap names its rules."));
        }
    }

    private static ImmutableList<Omission> omitted(PayeeYear payee, Counted counted, List<Goal> goals) {
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

    private Provenance provenance(FiscalPeriod period, PayeeYear payee, AsOf asOf, Counted counted) {
        CommissionPlan plan = program.plan();
        ImmutableList<Credit> credits = payee.credits();
        return Provenance.builder()
                .engine("CommissionCalculator")
                .putInputs("plan", new Provenance.Input(plan.id().value(), plan.version(), fingerprint))
                .putInputs(
                        "credits",
                        new Provenance.Input(
                                payee.payee().value(),
                                Integer.toString(credits.size()),
                                Fingerprint.ofFacts(credits.stream()
                                        .map(CommissionCalculator::fact)
                                        .toList())))
                .putInputs(
                        "quotas",
                        new Provenance.Input(
                                payee.payee().value(),
                                Integer.toString(payee.quotas().size()),
                                Fingerprint.ofFacts(payee.quotas().stream()
                                        .map(SalesOpsJson::write)
                                        .toList())))
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

    /** Cheaper than JSON, and as exact. */
    private static String fact(Credit credit) {
        return String.join(
                "\t",
                credit.id().value(),
                credit.payee().value(),
                credit.source(),
                credit.date().toString(),
                Amounts.number(credit.amount()).stripTrailingZeros().toString(),
                credit.amount().getCurrency().getCurrencyCode(),
                credit.measure(),
                credit.recordedAt().map(Object::toString).orElse(""));
    }

    private static boolean isRefused(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
