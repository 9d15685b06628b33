package io.salesops.commission.service;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.incremental.PayeePeriod;
import io.salesops.commission.incremental.PlanVersions;
import io.salesops.commission.ledger.HoldSchedule;
import io.salesops.core.approval.Approval;
import io.salesops.core.crm.By;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.repository.StaleVersionException;
import io.salesops.core.repository.UnitOfWork;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Loads, calculates, posts and closes a period of a plan, in one unit of work; the same key again changes nothing.
 *
 * <p>A run calculates the open period and every closed one, and posts what is missing in the open one: entries of closed
 * periods never change, and what changed in them comes as a difference with its origin. All runs of a period write its
 * {@link PlanPeriod}, so that of two at once one is repeated on what the other left. A payee who cannot be calculated has
 * nothing posted, and keeps the period from being closed. The stores need {@link Participants}, {@link PlanPeriods},
 * {@link StatementVersions}, {@link io.salesops.commission.ledger.Ledger} and {@link io.salesops.core.event.Outbox}.
 * Immutable and thread-safe.
 */
public final class CommissionRun {
    private static final int ATTEMPTS = 20;
    private final PlanVersions plans;
    private final RunPolicy policy;
    private final UnitOfWork stores;

    private CommissionRun(PlanVersions plans, RunPolicy policy, UnitOfWork stores) {
        this.plans = plans;
        this.policy = policy;
        this.stores = stores;
    }

    /** Obtains the runs of a plan that has one version, by the standard policy. */
    public static CommissionRun of(CommissionCalculator calculator, UnitOfWork stores) {
        return of(PlanVersions.ofCalculators(List.of(calculator)), RunPolicy.standard(), stores);
    }

    /**
     * Obtains the runs of a plan.
     *
     * @param plans every version that still is to be calculated; closed periods in which none of them holds stay as they are
     * @throws FindingsException with every finding, if the policy holds more than all of a component, by itself or together
     *     with the holdbacks of a version
     */
    public static CommissionRun of(PlanVersions plans, RunPolicy policy, UnitOfWork stores) {
        policy.holds().ifPresent(holds -> {
            ImmutableList.Builder<Finding> findings =
                    ImmutableList.<Finding>builder().addAll(HoldSchedule.check(holds));
            plans.versions().forEach(version -> findings.addAll(HoldSchedule.check(holds, version)));
            ImmutableList<Finding> against = findings.build();
            if (!against.isEmpty()) {
                throw new FindingsException(against);
            }
        });
        return new CommissionRun(plans, policy, stores);
    }

    /**
     * Calculates every payee of the plan and posts what is missing; the period stays open.
     *
     * <p>Refused where the period is closed, an earlier one is open, a later one exists, or a run was later than this.
     *
     * @param key names this run; repeated, it changes nothing and returns what was posted
     * @throws IllegalArgumentException if the key is that of a run of another period
     * @throws java.util.concurrent.CancellationException if the execution was cancelled; nothing is kept
     */
    public Checked<PostedRun> run(String key, FiscalPeriod period, AsOf asOf, By by, Execution execution) {
        return perform(new RunTask(plans, policy, key, period, asOf, stored(by), execution, Optional.empty(), false));
    }

    /**
     * Does what {@link #run} does, and calculates only what is dirty; the rest is taken as it was calculated last. With all
     * that changed since the last run among {@code dirty} it posts what a full run would.
     *
     * @param dirty what to calculate, see {@link io.salesops.commission.incremental.DirtyPeriods}
     */
    public Checked<PostedRun> run(
            String key, FiscalPeriod period, Iterable<PayeePeriod> dirty, AsOf asOf, By by, Execution execution) {
        return perform(new RunTask(
                plans,
                policy,
                key,
                period,
                asOf,
                stored(by),
                execution,
                Optional.of(ImmutableSet.copyOf(dirty)),
                false));
    }

    /**
     * Does what {@link #run} does, and closes the period for good. Refused where a payee could not be calculated, or where
     * the policy asks for an approval.
     */
    public Checked<PostedRun> close(String key, FiscalPeriod period, AsOf asOf, By by, Execution execution) {
        return perform(new RunTask(plans, policy, key, period, asOf, stored(by), execution, Optional.empty(), true));
    }

    /**
     * Closes the period as it was approved. Refused where the approval is not of the latest version by the policy's rule,
     * where who made that version has no part in the request and could so have approved his own, or where there is something
     * new to post.
     */
    public Checked<PostedRun> close(
            String key, FiscalPeriod period, AsOf asOf, Approval approval, By by, Execution execution) {
        return perform(new RunTask(plans, policy, key, period, asOf, stored(by), execution, Optional.empty(), true)
                .approvedBy(approval));
    }

    /** To the microsecond, as stores keep it. */
    private static By stored(By by) {
        return new By(by.who(), by.at().truncatedTo(ChronoUnit.MICROS));
    }

    private Checked<PostedRun> perform(RunTask task) {
        checkArgument(!task.key().isBlank(), "key of a run must not be blank: '%s'", task.key());
        StaleVersionException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return stores.perform(task::in);
            } catch (StaleVersionException e) {
                // Somebody else wrote in the meantime: what he left is what to start from.
                last = e;
            }
        }
        throw new IllegalStateException(
                "run " + task.key() + " of " + plans.plan() + " was overtaken " + ATTEMPTS
                        + " times. Maybe fewer runs of one plan at once.",
                last);
    }
}
