package io.salesops.commission.calc;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.CommissionOptions.Trace;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditRows;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PlanFunctions;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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
                        (payee, findings) -> PayeeGoals.of(program, period, payee, findings),
                        options.trace())
                .run();
    }

    /**
     * Whether a payee's statement of a period can be anything but nothing: the plan holds on a day of it; or it ended
     * before, and a deal of its days is released, or, within the period of the same quota, taken back or held back still.
     */
    public boolean concerns(FiscalPeriod period, PayeeYear payee) {
        return new PlanReach(program, period, payee).concerns();
    }

    /**
     * Returns the first day over which draws accumulate in a statement of the period: {@link PayeeYear#owed} is what was owed
     * when it began, or when the plan did, if that was later.
     */
    public LocalDate owedFrom(FiscalPeriod period, PayeeYear payee) {
        return Draws.spanStart(PayeeGoals.of(program, period, payee, new ArrayList<>()), period);
    }

    private Prepared prepare(FiscalPeriod period, PayeeYear payee, AsOf asOf) {
        List<Finding> findings = new ArrayList<>(PayeeCheck.assignments(program.plan(), payee));
        PlanReach reach = new PlanReach(program, period, payee);
        if (!reach.concerns()) {
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
        List<Goal> goals = PayeeGoals.of(program, reach.accumulates(), payee, findings);
        Counted counted = new Intake(program, period, payee, goals, asOf, findings).run();
        PayeeCheck.started(program, counted, findings);
        return new Prepared(
                program,
                fingerprint,
                options.fingerprintsFacts(),
                period,
                payee,
                asOf,
                goals,
                counted,
                EarlierSpans.of(program, period, payee, goals, asOf, findings),
                ImmutableList.copyOf(findings));
    }

    private static boolean isRefused(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
