package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.calc.CommissionOptions.Trace;
import io.salesops.commission.credit.CreditRows;
import io.salesops.commission.plan.Conventions;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanRule;
import io.salesops.core.crm.Quota;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.time.FiscalPeriod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call over columns: each payee by the curve that also pays his statement, row by row if traced. */
final class RowBatch {
    private final Program program;
    private final FiscalPeriod period;
    private final CreditRows rows;
    private final Map<PayeeId, List<Quota>> quotas = new HashMap<>();
    private final GoalFinder goals;
    private final boolean traced;

    /** Finds the goals of a payee, as for a statement. */
    interface GoalFinder {
        List<Goal> goals(PayeeYear payee, List<Finding> findings);
    }

    RowBatch(
            Program program,
            FiscalPeriod period,
            CreditRows rows,
            Iterable<Quota> quotas,
            GoalFinder goals,
            Trace trace) {
        this.program = program;
        this.period = period;
        this.rows = rows;
        this.goals = goals;
        traced = trace != Trace.TOTALS;
        quotas.forEach(quota -> this.quotas
                .computeIfAbsent(PayeeId.of(quota.owner().value()), key -> new ArrayList<>())
                .add(quota));
    }

    /** Whether a plan is one rate or one table on the running total of its own credits' amounts, and nothing else. */
    static boolean takes(Program program) {
        boolean plain = program.payers().size() == 1
                && program.scalers().isEmpty()
                && program.limits().isEmpty()
                && program.settlers().isEmpty()
                && program.holdbacks().isEmpty()
                && program.clawback().isEmpty()
                && program.gates().isEmpty();
        return plain
                && program.plan().conventions().change() == Conventions.Change.STARTS_ANEW
                && program.plan().measures().isEmpty()
                && (program.payers().get(0).rule() instanceof PlanRule.Flat
                        || (program.payers().get(0).rule() instanceof PlanRule.Tiered tiered
                                && tiered.moving().equals(tiered.measure())
                                && tiered.mode() != PlanRule.TierMode.BY_CUMULATIVE
                                && (tiered.mode() != PlanRule.TierMode.INTERPOLATED)));
    }

    RowRun run() {
        RowTrace trace = new RowTrace(traced ? rows.size() : 0);
        Map<PayeeId, Long> totals = new LinkedHashMap<>();
        ImmutableMap.Builder<PayeeId, ImmutableList<Finding>> refused = ImmutableMap.builder();
        Scale scale = Scale.of(
                program.plan().currency(), program.plan().rounding(), program.measures(), new int[] {rows.scale()});
        int paidMeasure = rows.measures().indexOf(program.measures().get(0).of());
        Optional<Pieces> last = Optional.empty();
        for (int i = 0; i < rows.payees().size(); i++) {
            PayeeId id = rows.payees().get(i);
            PayeeYear payee = PayeeYear.builder()
                    .payee(id)
                    .quotas(quotas.getOrDefault(id, List.of()))
                    .build();
            List<Finding> findings = new ArrayList<>();
            List<Goal> found = goals.goals(payee, findings);
            if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
                refused.put(id, ImmutableList.copyOf(findings));
                continue;
            }
            try {
                Pieces curve = (Pieces) ((RunningTally) Tallies.of(program, payee, found, scale, List.of())
                                .get(0))
                        .curve();
                totals.put(id, pay(i, curve, found.get(0), paidMeasure, trace));
                last = Optional.of(curve);
            } catch (ArithmeticException e) {
                refused.put(
                        id,
                        ImmutableList.of(Finding.error(
                                        "commission.amount.range",
                                        "/credits",
                                        "pay of " + id + " for " + period + " cannot be calculated exactly: "
                                                + e.getMessage())
                                .maybe("Maybe an amount has too many digits.")));
            }
        }
        return new RowRun(
                rows,
                scale.pay(),
                ImmutableMap.copyOf(totals),
                refused.buildOrThrow(),
                traced ? Optional.of(trace) : Optional.empty(),
                last);
    }

    /** The pay of one payee in the period; rows of the span before it only move the running total. */
    private long pay(int payee, Pieces curve, Goal goal, int paidMeasure, RowTrace trace) {
        int from = day(goal.over().from().orElse(period.from()));
        int start = day(period.from());
        int before = day(period.before());
        int row = rows.start(payee);
        int end = rows.end(payee);
        long earlier = 0;
        for (; row < end && rows.epochDay(row) < start; row++) {
            if (rows.measure(row) == paidMeasure && rows.epochDay(row) >= from) {
                earlier = Math.addExact(earlier, rows.minor(row));
            }
            if (traced) {
                trace.none(row);
            }
        }
        if (!traced) {
            long total = earlier;
            for (; row < end && rows.epochDay(row) < before; row++) {
                if (rows.measure(row) == paidMeasure) {
                    total = Math.addExact(total, rows.minor(row));
                }
            }
            return Math.subtractExact(curve.paid(total), curve.paid(earlier));
        }
        RowCursor cursor = new RowCursor(curve, trace);
        cursor.skip(earlier);
        long paidBefore = cursor.running();
        for (; row < end; row++) {
            if (rows.measure(row) == paidMeasure && rows.epochDay(row) < before) {
                cursor.take(row, rows.minor(row));
            } else {
                trace.none(row);
            }
        }
        return Math.subtractExact(cursor.running(), paidBefore);
    }

    private static int day(java.time.LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
