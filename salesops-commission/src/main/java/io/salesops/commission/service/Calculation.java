package io.salesops.commission.service;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.commission.incremental.PayeePeriod;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.statement.SettlementStep;
import io.salesops.commission.statement.Statement;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.time.FiscalPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Calculates the participants of a run, on its executor; stores are read by the calling thread only. */
final class Calculation {
    private final RunTask task;
    private final StatementVersions versions;
    private final ImmutableSortedSet<FiscalPeriod> origins;

    Calculation(RunTask task, StatementVersions versions, ImmutableSortedSet<FiscalPeriod> origins) {
        this.task = task;
        this.versions = versions;
        this.origins = origins;
    }

    /** Returns the results in the order of the participants, whatever the parallelism. */
    ImmutableList<Result> all(List<Participant> participants) {
        List<Known> known = new ArrayList<>();
        for (Participant participant : participants) {
            known.add(known(participant));
        }
        int parts = task.execution().parallelism();
        ImmutableList.Builder<Result> results = ImmutableList.builder();
        for (int from = 0; from < known.size(); from += parts) {
            task.execution().cancellation().check("calculate");
            List<CompletableFuture<Result>> batch = known.subList(from, Math.min(known.size(), from + parts)).stream()
                    .map(each -> CompletableFuture.supplyAsync(
                            () -> result(each), task.execution().executor()))
                    .toList();
            for (CompletableFuture<Result> each : batch) {
                results.add(each.join());
            }
            task.execution().progress().at("calculate", Math.min(known.size(), from + parts), known.size());
        }
        return results.build();
    }

    /** What was calculated last for each period, where there is any. */
    private Known known(Participant participant) {
        Map<FiscalPeriod, StatementVersion> latest = new TreeMap<>();
        for (FiscalPeriod origin : origins) {
            versions.latest(key(participant, origin)).ifPresent(version -> latest.put(origin, version));
        }
        return new Known(participant, ImmutableSortedMap.copyOf(latest));
    }

    private StatementKey key(Participant participant, FiscalPeriod origin) {
        return new StatementKey(participant.plan(), origin, participant.year().payee());
    }

    private Result result(Known known) {
        PayeeId payee = known.participant().year().payee();
        ImmutableSortedMap.Builder<FiscalPeriod, ImmutableList<Statement>> statements =
                ImmutableSortedMap.naturalOrder();
        ImmutableList.Builder<StatementVersion> changed = ImmutableList.builder();
        List<Finding> findings = new ArrayList<>();
        for (FiscalPeriod origin : origins) {
            Optional<StatementVersion> before =
                    Optional.ofNullable(known.latest().get(origin));
            if (task.plans().versions(origin).isEmpty()
                    && before.filter(this::isOfOthers).isPresent()) {
                continue;
            }
            if (before.isPresent() && !isDirty(payee, origin)) {
                statements.put(origin, before.get().statements());
                continue;
            }
            Checked<ImmutableList<Statement>> calculated =
                    task.plans().calculate(origin, known.participant().year(), task.asOf());
            calculated.findings().stream()
                    .map(finding -> finding.withPath(payee + "/" + origin + finding.path()))
                    .forEach(findings::add);
            if (calculated.value().isEmpty()) {
                return new Result(
                        known.participant(),
                        ImmutableSortedMap.of(),
                        ImmutableList.of(),
                        ImmutableList.copyOf(findings),
                        true);
            }
            ImmutableList<Statement> now = calculated.orThrow();
            statements.put(origin, now);
            if (before.filter(version -> StatementTargets.sameFigures(version.statements(), now))
                    .isEmpty()) {
                changed.add(version(known.participant(), origin, now));
            }
        }
        return new Result(
                known.participant(), statements.buildOrThrow(), changed.build(), ImmutableList.copyOf(findings), false);
    }

    /** Whether a version of the plan that is no longer given has paid more in it than releases: that stays as it is. */
    private boolean isOfOthers(StatementVersion version) {
        return version.statements().stream()
                .filter(statement -> task.plans().versions().stream()
                        .noneMatch(plan -> plan.version().equals(statement.planVersion())))
                .anyMatch(statement -> !statement.lines().isEmpty()
                        || statement.settlement().stream()
                                .anyMatch(step -> step.kind() != SettlementStep.Kind.RELEASE));
    }

    private boolean isDirty(PayeeId payee, FiscalPeriod origin) {
        return task.dirty()
                .map(dirty -> dirty.contains(new PayeePeriod(payee, origin)))
                .orElse(true);
    }

    private StatementVersion version(
            Participant participant, FiscalPeriod origin, ImmutableList<Statement> statements) {
        return StatementVersion.builder()
                .plan(participant.plan())
                .period(origin)
                .payee(participant.year().payee())
                .run(task.key())
                .by(task.by())
                .asOf(task.asOf())
                .statements(statements)
                .build();
    }

    private record Known(Participant participant, ImmutableSortedMap<FiscalPeriod, StatementVersion> latest) {}

    /** A participant's statements by period, and those of them that are new; none of them where one was refused. */
    record Result(
            Participant participant,
            ImmutableSortedMap<FiscalPeriod, ImmutableList<Statement>> statements,
            ImmutableList<StatementVersion> changed,
            ImmutableList<Finding> findings,
            boolean isRefused) {}
}
