package io.salesops.commission.calc;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.CommissionOptions.Trace;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditRows;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.DatedPlan;
import io.salesops.commission.plan.EarningRule;
import io.salesops.commission.plan.Measure;
import io.salesops.commission.plan.PlanFunctions;
import io.salesops.commission.plan.Residual;
import io.salesops.commission.plan.Weight;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementRun;
import io.salesops.core.crm.Quota;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import io.salesops.core.time.PeriodSchedule;
import java.time.LocalDate;
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
    private final CommissionOptions options;
    private final Fingerprint fingerprint;

    private CommissionCalculator(CommissionPlan plan, CommissionOptions options, PlanFunctions functions) {
        program = Program.of(plan, functions);
        this.options = options;
        fingerprint = Fingerprint.ofText(SalesOpsJson.write(plan));
    }

    /**
     * Obtains the calculator of a plan, with full trace and without functions of the application.
     *
     * @throws FindingsException with every finding, if one of them is an error
     */
    public static CommissionCalculator of(CommissionPlan plan) {
        return of(plan, CommissionOptions.standard());
    }

    /** Obtains the calculator of a plan that traces as much as the options say; see {@link #of(CommissionPlan)}. */
    public static CommissionCalculator of(CommissionPlan plan, CommissionOptions options) {
        return of(plan, options, PlanFunctions.none());
    }

    /** Obtains the calculator of a plan that names functions of the application; see {@link #of(CommissionPlan)}. */
    public static CommissionCalculator of(CommissionPlan plan, CommissionOptions options, PlanFunctions functions) {
        ImmutableList<Finding> findings = PlanCheck.check(plan, functions);
        if (isRefused(findings)) {
            throw new FindingsException(findings);
        }
        return new CommissionCalculator(plan, options, functions);
    }

    /** Returns everything that is wrong with a plan or worth a second look; never throws. */
    public static ImmutableList<Finding> check(CommissionPlan plan) {
        return check(plan, PlanFunctions.none());
    }

    /** Returns everything that is wrong with a plan or worth a second look, given the functions; never throws. */
    public static ImmutableList<Finding> check(CommissionPlan plan, PlanFunctions functions) {
        return PlanCheck.check(plan, functions);
    }

    /** The plan. */
    public CommissionPlan plan() {
        return program.plan();
    }

    /**
     * Calculates what a payee earned in a period.
     *
     * <p>Refused where a figure would be wrong or guessed: a quota that a rule needs is missing, ambiguous or in another
     * currency; a credit that counts has no dated exchange rate, or does not state what is counted; an id occurs twice; an
     * amount needs more than 63 bits. Credits that do not count are left out by reason.
     *
     * @param period lies within the period of each quota that the plan's rules need
     * @param asOf credits after its day, or recorded after its {@code knownAt}, do not count; its rates convert
     */
    public Checked<Statement> calculate(FiscalPeriod period, PayeeYear payee, AsOf asOf) {
        return prepare(period, payee, asOf).statement(options.trace());
    }

    /**
     * Calculates what the period would earn with one more credit, by the same steps as {@link #calculate}. Who asks often
     * about one payee prepares an {@link #estimator}.
     *
     * @param oneMore a credit of the payee with an id that none of the others has
     */
    public Checked<Statement> estimate(FiscalPeriod period, PayeeYear payee, Credit oneMore, AsOf asOf) {
        return calculate(
                period, PayeeYear.builder().from(payee).addCredits(oneMore).build(), asOf);
    }

    /** Prepares the answers to what one more deal would earn; refused as {@link #calculate} is. */
    public Checked<Estimator> estimator(FiscalPeriod period, PayeeYear payee, AsOf asOf) {
        Prepared prepared = prepare(period, payee, asOf);
        return prepared.statement(Trace.TOTALS).map(now -> new Estimator(prepared, now));
    }

    /**
     * Calculates many payees. Who cannot be calculated is an omission with its findings, and the others are paid.
     *
     * @param execution runs payees at once as far as it allows; no figure depends on it
     * @throws java.util.concurrent.CancellationException if the execution is cancelled; nothing is left behind
     */
    public StatementRun calculateAll(FiscalPeriod period, Iterable<PayeeYear> payees, AsOf asOf, Execution execution) {
        return Batch.run(this, period, payees, asOf, execution);
    }

    /**
     * Calculates the rows of many payees from columns, without an object for each credit. The figures are those of
     * {@link #calculate}; rows outside the days of the plan do not belong in it.
     *
     * @param quotas the quotas of the payees; who lacks one that the plan needs is refused, and the others are paid
     * @throws IllegalArgumentException if the plan is more than one rate or one table on the running total of amounts,
     *     carries on from deals of other plans, or pays in another currency; such plans are calculated payee by payee
     */
    public RowRun calculateRows(FiscalPeriod period, CreditRows rows, Iterable<Quota> quotas) {
        checkArgument(
                RowBatch.takes(program),
                "plan %s is more than one rate or one table, or carries on. Maybe calculate its payees one by one.",
                program.plan().id());
        checkArgument(
                rows.currency().equals(program.plan().currency()),
                "rows are in %s, but plan %s pays in %s. Maybe convert them first.",
                rows.currency(),
                program.plan().id(),
                program.plan().currency());
        return new RowBatch(
                        program,
                        period,
                        rows,
                        quotas,
                        (payee, findings) -> goals(period, payee, findings),
                        options.trace())
                .run();
    }

    /**
     * Whether a payee's statement of a period can be anything but nothing: the plan holds on a day of it; or it ended
     * before, within the period of the same quota, and a deal of its days is taken back, or held back still.
     */
    public boolean concerns(FiscalPeriod period, PayeeYear payee) {
        return holds(period, payee) || lingers(period, payee);
    }

    private boolean holds(FiscalPeriod period, PayeeYear payee) {
        return payee.daysUnder(program.plan())
                .filter(days -> days.overlaps(period.range()))
                .isPresent();
    }

    private boolean lingers(FiscalPeriod period, PayeeYear payee) {
        Optional<DateRange> days = payee.daysUnder(program.plan());
        if (days.flatMap(DateRange::before)
                .filter(end -> !end.isAfter(period.from()))
                .isEmpty()) {
            return false;
        }
        List<Finding> findings = new ArrayList<>();
        List<Goal> goals = goals(period, payee, findings);
        boolean together = goals.stream()
                .map(Goal::over)
                .anyMatch(over -> over.contains(period.from()) && over.overlaps(days.orElseThrow()));
        return together
                && !isRefused(findings)
                && (!program.holdbacks().isEmpty() || takesBack(period, payee, goals, days.orElseThrow()));
    }

    private boolean takesBack(FiscalPeriod period, PayeeYear payee, List<Goal> goals, DateRange days) {
        PlanDays plan = PlanDays.of(program.plan(), payee, goals);
        for (Credit credit : ImmutableList.sortedCopyOf(Counted.ORDER, payee.credits())) {
            LocalDate day = plan.day(credit, program.byName().getOrDefault(credit.measure(), ImmutableList.of()));
            if (days.contains(day) && period.contains(credit.date())) {
                return true;
            }
        }
        return false;
    }

    /** Of one plan no two versions may pay on one day, nor one version on two ranges of days, between which nobody knows. */
    private ImmutableList<Finding> assignments(PayeeYear payee) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        List<DatedPlan> own = payee.plans().stream()
                .filter(dated -> dated.plan().equals(program.plan().id()))
                .toList();
        for (int i = 0; i < own.size(); i++) {
            for (DatedPlan other : own.subList(0, i)) {
                DatedPlan dated = own.get(i);
                boolean twice = dated.isOf(program.plan()) && other.isOf(program.plan());
                if (twice || dated.days().overlaps(other.days())) {
                    findings.add(Finding.error(
                                    "commission.payee.plans",
                                    "/plans",
                                    payee.payee() + " is paid by plan " + dated.plan() + " "
                                            + other.version()
                                                    .map(version -> "version " + version + " ")
                                                    .orElse("")
                                            + other.days() + " and "
                                            + dated.version()
                                                    .map(version -> "version " + version + " ")
                                                    .orElse("")
                                            + dated.days() + (twice ? ": one version on two ranges of days" : ""))
                            .maybe(
                                    "Maybe the earlier one ends where the later one begins; who comes back to a plan needs"
                                            + " a version of its own."));
                }
            }
        }
        return findings.build();
    }

    private Prepared prepare(FiscalPeriod period, PayeeYear payee, AsOf asOf) {
        List<Finding> findings = new ArrayList<>(assignments(payee));
        if (!holds(period, payee) && !lingers(period, payee)) {
            findings.add(Finding.warning(
                            "commission.period.outside",
                            "/effective",
                            "plan " + program.plan().id() + " holds for " + payee.payee() + " "
                                    + payee.daysUnder(program.plan())
                                            .map(DateRange::toString)
                                            .orElse("on no day")
                                    + ", not in " + period)
                    .maybe("Maybe another plan, or another version of it, holds."));
        }
        List<Goal> goals = goals(period, payee, findings);
        Counted counted = new Intake(program, period, payee, goals, asOf, findings).run();
        started(counted, findings);
        return new Prepared(
                program,
                fingerprint,
                options.fingerprintsFacts(),
                period,
                payee,
                asOf,
                goals,
                counted,
                ImmutableList.copyOf(findings));
    }

    /** Residuals cannot be paid for a contract of which the start is unknown. */
    private void started(Counted counted, List<Finding> findings) {
        for (Program.Part<EarningRule> payer : program.payers()) {
            if (payer.rule() instanceof Residual residual) {
                counted.entries().stream()
                        .filter(entry -> entry.measures().contains(payer.measure())
                                && entry.credit().started().isEmpty())
                        .forEach(entry -> findings.add(Finding.error(
                                        "commission.credit.started",
                                        "/credits/" + entry.credit().id() + "/started",
                                        "credit " + entry.credit().id()
                                                + " does not say when its contract started, which residual "
                                                + residual.id() + " needs")
                                .maybe("Maybe it is no residual.")));
            }
        }
    }

    private List<Goal> goals(FiscalPeriod period, PayeeYear payee, List<Finding> findings) {
        CommissionPlan plan = program.plan();
        List<Quota> own = payee.quotas().stream()
                .filter(quota -> quota.owner().value().equals(payee.payee().value()))
                .toList();
        List<Optional<Quota>> quotas = new ArrayList<>();
        for (int measure = 0; measure < program.measures().size(); measure++) {
            boolean needed = program.needsQuota().contains(measure);
            quotas.add(Goal.find(plan, program.measures().get(measure), needed, own, period, findings));
        }
        Set<DateRange> periods =
                quotas.stream().flatMap(Optional::stream).map(Quota::period).collect(Collectors.toSet());
        // A measure without quota runs with the others where they agree, else over the whole plan.
        DateRange shared = periods.size() == 1 ? periods.iterator().next() : plan.effective();
        List<Goal> goals = new ArrayList<>();
        for (int i = 0; i < quotas.size(); i++) {
            Measure measure = program.measures().get(i);
            DateRange over = quotas.get(i)
                    .map(Quota::period)
                    .orElseGet(() -> measure.resetMonths()
                            .map(months -> span(measure, months, period, findings))
                            .orElse(shared));
            goals.add(Goal.of(plan, measure, quotas.get(i), payee, over));
        }
        spans(goals, findings);
        return goals;
    }

    /** The months in which a measure runs that starts anew; a statement must lie within one such span. */
    private DateRange span(Measure measure, int months, FiscalPeriod period, List<Finding> findings) {
        DateRange span = PeriodSchedule.of(program.plan().effective().from().orElse(period.from()), months)
                .periodOf(period.from());
        if (!span.intersection(period.range()).equals(Optional.of(period.range()))) {
            findings.add(Finding.error(
                            "commission.measure.reset",
                            "/measures/" + measure.id(),
                            "measure " + measure.id() + " starts anew every " + months + " months, here " + span
                                    + ", but " + period + " is " + period.range())
                    .maybe("Maybe calculate the months one by one."));
        }
        return span;
    }

    /** What a gate withholds, a factor multiplies or a cap limits must start anew when the rule does. */
    private void spans(List<Goal> goals, List<Finding> findings) {
        program.gates().forEach(gate -> refuseMixed("gate", gate, goals, findings));
        program.scalers().forEach(scaler -> refuseMixed("factor", scaler, goals, findings));
        program.limits().forEach(limit -> refuseMixed("limit", limit, goals, findings));
    }

    private void refuseMixed(String what, Program.Part<?> part, List<Goal> goals, List<Finding> findings) {
        Set<DateRange> spans = part.on().stream()
                .map(payer -> goals.get(program.payers().get(payer).measure()).over())
                .collect(Collectors.toSet());
        if (part.measure() >= 0) {
            spans.add(goals.get(part.measure()).over());
        }
        if (spans.size() > 1 && !(part.rule() instanceof Weight)) {
            findings.add(Finding.error(
                            "commission.quota.mixed",
                            part.ref().path(),
                            what + " " + part.rule().id() + " joins measures that accumulate over different days: "
                                    + spans.stream()
                                            .map(DateRange::toString)
                                            .sorted()
                                            .toList())
                    .maybe("Maybe the quotas of one plan share a period, or the rule names those it acts on."));
        }
    }

    private static boolean isRefused(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
