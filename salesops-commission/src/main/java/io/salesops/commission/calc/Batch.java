package io.salesops.commission.calc;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Lists;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementRun;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Calculates many payees, some of them at once; results come by payee, whichever ends first. */
final class Batch {
    private static final int PART = 16;
    private static final String PHASE = "statements";

    private Batch() {}

    /** A payee and what came of the calculation. */
    private record Calculated(PayeeYear payee, Checked<Statement> statement) {}

    static StatementRun run(
            CommissionCalculator calculator,
            FiscalPeriod period,
            Iterable<PayeeYear> payees,
            AsOf asOf,
            Execution execution) {
        ImmutableList<PayeeYear> all = ImmutableList.copyOf(payees);
        List<List<PayeeYear>> parts = Lists.partition(all, PART);
        ImmutableSortedMap.Builder<PayeeId, Statement> statements = ImmutableSortedMap.naturalOrder();
        ImmutableSortedMap.Builder<PayeeId, ImmutableList<Finding>> refused = ImmutableSortedMap.naturalOrder();
        for (int from = 0; from < parts.size(); from += execution.parallelism()) {
            execution.cancellation().check(PHASE);
            int before = Math.min(parts.size(), from + execution.parallelism());
            List<CompletableFuture<List<Calculated>>> running = new ArrayList<>();
            for (List<PayeeYear> part : parts.subList(from, before)) {
                running.add(CompletableFuture.supplyAsync(
                        () -> part.stream()
                                .map(payee -> new Calculated(payee, calculator.calculate(period, payee, asOf)))
                                .toList(),
                        execution.executor()));
            }
            for (CompletableFuture<List<Calculated>> future : running) {
                for (Calculated done : join(future)) {
                    PayeeId payee = done.payee().payee();
                    done.statement().value().ifPresent(statement -> statements.put(payee, statement));
                    if (done.statement().value().isEmpty()) {
                        refused.put(payee, done.statement().findings());
                    }
                }
            }
            execution.progress().at(PHASE, Math.min(all.size(), before * PART), all.size());
        }
        return StatementRun.builder()
                .plan(calculator.plan().id())
                .planVersion(calculator.plan().version())
                .period(period)
                .currency(calculator.plan().currency())
                .statements(statements.buildOrThrow())
                .refused(refused.buildOrThrow())
                .build();
    }

    private static <R> R join(CompletableFuture<R> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() != null) {
                Throwables.throwIfUnchecked(e.getCause());
            }
            throw e;
        }
    }
}
