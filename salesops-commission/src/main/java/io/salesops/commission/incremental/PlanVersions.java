package io.salesops.commission.incremental;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.statement.Statement;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Severity;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The versions of one plan, compiled, of which each holds on days of its own. A period in which the plan changes has a
 * statement by each version. Immutable and thread-safe.
 */
public final class PlanVersions {
    private static final Comparator<CommissionCalculator> BY_FIRST_DAY = Comparator.comparing(
            calculator -> calculator.plan().effective().from().orElse(LocalDate.MIN));
    private final ImmutableList<CommissionCalculator> calculators;

    private PlanVersions(ImmutableList<CommissionCalculator> calculators) {
        this.calculators = calculators;
    }

    /**
     * Obtains the versions of a plan.
     *
     * @throws IllegalArgumentException if there is none
     * @throws FindingsException with every finding, if the versions are of several plans or hold on the same days, or a
     *     version is refused
     */
    public static PlanVersions of(Iterable<CommissionPlan> versions) {
        List<CommissionCalculator> calculators = new ArrayList<>();
        versions.forEach(version -> calculators.add(CommissionCalculator.of(version)));
        return ofCalculators(calculators);
    }

    /** Obtains the versions of a plan from calculators; see {@link #of(Iterable)}. */
    public static PlanVersions ofCalculators(Iterable<CommissionCalculator> calculators) {
        ImmutableList<CommissionCalculator> sorted = ImmutableList.sortedCopyOf(BY_FIRST_DAY, calculators);
        checkArgument(!sorted.isEmpty(), "a plan needs a version");
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i < sorted.size(); i++) {
            CommissionPlan before = sorted.get(i - 1).plan();
            CommissionPlan after = sorted.get(i).plan();
            if (!before.id().equals(after.id())) {
                findings.add(Finding.error(
                        "commission.plan.mixed",
                        "/id",
                        "versions are of two plans: " + before.id() + " and " + after.id()));
            } else if (before.effective().overlaps(after.effective())) {
                findings.add(Finding.error(
                                "commission.plan.overlap",
                                "/effective",
                                "versions " + before.version() + " and " + after.version() + " of plan " + before.id()
                                        + " hold on the same days: " + before.effective() + ", " + after.effective())
                        .maybe("Maybe the earlier one ends where the later one begins."));
            }
        }
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        return new PlanVersions(sorted);
    }

    /** The plan. */
    public PlanId plan() {
        return calculators.get(0).plan().id();
    }

    /** The versions by their first day. */
    public ImmutableList<CommissionPlan> versions() {
        return calculators.stream().map(CommissionCalculator::plan).collect(ImmutableList.toImmutableList());
    }

    /** Returns the versions that hold on a day of the period. */
    public ImmutableList<CommissionPlan> versions(FiscalPeriod period) {
        return holding(period).stream().map(CommissionCalculator::plan).collect(ImmutableList.toImmutableList());
    }

    /** Whether all versions have ended when the period begins. */
    public boolean isAfterAll(FiscalPeriod period) {
        return calculators.stream()
                .map(calculator -> calculator.plan().effective().before())
                .allMatch(before ->
                        before.filter(day -> !day.isAfter(period.from())).isPresent());
    }

    private ImmutableList<CommissionCalculator> holding(FiscalPeriod period) {
        return calculators.stream()
                .filter(calculator -> calculator.plan().effective().overlaps(period.range()))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Calculates what a payee earned in a period by each version that holds in it, and by those that ended of which deals are
     * released, or taken back within the quota's period; refused where one of them refuses. Of a version and the
     * next each pays for its own deals, at the attainment that its conventions ask for; what is owed for a draw goes on in
     * the draw of the same id.
     */
    public Checked<ImmutableList<Statement>> calculate(FiscalPeriod period, PayeeYear payee, AsOf asOf) {
        ImmutableList.Builder<Statement> statements = ImmutableList.builder();
        List<Finding> findings = new ArrayList<>();
        DrawBalances balances = new DrawBalances(calculators, period, payee, asOf);
        for (int version = 0; version < calculators.size(); version++) {
            CommissionCalculator calculator = calculators.get(version);
            if (!calculator.concerns(period, payee)) {
                continue;
            }
            Checked<Statement> calculated = calculator.calculate(period, balances.factsOf(version), asOf);
            findings.addAll(calculated.findings());
            calculated.value().ifPresent(statements::add);
        }
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
                ? Checked.refused(findings)
                : Checked.accepted(statements.build(), findings);
    }
}
