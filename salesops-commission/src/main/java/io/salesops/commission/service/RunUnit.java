package io.salesops.commission.service;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.FluentIterable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import io.salesops.commission.ledger.Ledger;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.ledger.LedgerPoster;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.event.DomainEvent;
import io.salesops.core.event.EventId;
import io.salesops.core.event.Outbox;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.repository.Sequenced;
import io.salesops.core.repository.UnitOfWork;
import io.salesops.core.repository.Versioned;
import io.salesops.core.time.FiscalPeriod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/** One run in one unit of work: it reads and calculates everything before it writes anything. */
final class RunUnit {
    private static final int EXAMPLES = 20;
    private final RunTask task;
    private final PlanPeriods periods;
    private final Participants participants;
    private final StatementVersions versions;
    private final Ledger ledger;
    private final Outbox outbox;
    private final List<Finding> findings = new ArrayList<>();

    RunUnit(RunTask task, UnitOfWork.Ports ports) {
        this.task = task;
        periods = ports.get(PlanPeriods.class);
        participants = ports.get(Participants.class);
        versions = ports.get(StatementVersions.class);
        ledger = ports.get(Ledger.class);
        outbox = ports.get(Outbox.class);
    }

    Checked<PostedRun> run() {
        ImmutableList<PlanPeriod> known =
                periods.scan(PlanPeriod.PLAN.is(task.plans().plan()), found -> ImmutableList.<PlanPeriod>copyOf(found));
        Optional<PostedRun> before = before(known);
        if (before.isPresent()) {
            return Checked.accepted(before.get());
        }
        findings.addAll(PeriodOrder.check(task.plans().plan(), task.period(), task.by(), known));
        if (!findings.isEmpty()) {
            return Checked.refused(findings);
        }
        ImmutableList<Participant> payees = participants.scan(
                Participant.PLAN.is(task.plans().plan()), found -> ImmutableList.<Participant>copyOf(found));
        Calculation calculation = new Calculation(task, versions, origins(known));
        ImmutableList<Calculation.Result> results = calculation.all(payees);
        List<Posting> postings = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Calculation.Result result : results) {
            findings.addAll(result.findings());
            if (result.isRefused()) {
                refused.add(result.participant().year().payee().value());
            } else {
                postings.add(posting(result));
            }
        }
        Versioned<PlanPeriod> stored = periods.find(
                        new PlanPeriodKey(task.plans().plan(), task.period()))
                .orElseGet(() -> Versioned.fresh(PlanPeriod.open(task.plans().plan(), task.period())));
        if (task.closes()) {
            List<Finding> against = Closing.check(task, stored.value(), postings, refused);
            if (!against.isEmpty()) {
                return Checked.refused(Iterables.concat(against, findings));
            }
        }
        return Checked.accepted(written(stored, postings, refused));
    }

    /** What the run posted when its key was used before. */
    private Optional<PostedRun> before(List<PlanPeriod> known) {
        for (PlanPeriod period : known) {
            for (PeriodVersion version : period.versions()) {
                if (version.run().equals(task.key())) {
                    checkArgument(
                            period.period().equals(task.period()),
                            "key %s is that of a run of %s, not of %s. Maybe make keys of the period and a number.",
                            task.key(),
                            period.period(),
                            task.period());
                    return Optional.of(PostedRun.builder()
                            .period(period)
                            .version(version)
                            .entries(ledger.scan(
                                    LedgerEntry.RUN
                                            .is(task.key())
                                            .and(LedgerEntry.PLAN.is(
                                                    task.plans().plan())),
                                    found -> ImmutableList.<LedgerEntry>copyOf(found)))
                            .repeated(true)
                            .build());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The open period and the closed ones in which a version of the plan holds, or all versions have ended: there deals may
     * be released still.
     */
    private ImmutableSortedSet<FiscalPeriod> origins(List<PlanPeriod> known) {
        return Stream.concat(known.stream().map(PlanPeriod::period), Stream.of(task.period()))
                .filter(period ->
                        !task.plans().versions(period).isEmpty() || task.plans().isAfterAll(period))
                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    }

    private Posting posting(Calculation.Result result) {
        PayeeId payee = result.participant().year().payee();
        long last = ledger.last(payee);
        ImmutableList<LedgerEntry> posted = ledger.read(
                payee,
                0,
                found -> FluentIterable.<Sequenced<LedgerEntry>>from(found)
                        .transform(Sequenced::entry)
                        .toList());
        ImmutableList<LedgerEntry> entries = LedgerPoster.of(task.period(), task.key(), task.by())
                .post(
                        new StatementTargets(task.policy())
                                .of(
                                        result.participant(),
                                        result.statements(),
                                        task.asOf().date()),
                        posted);
        return new Posting(payee, last, entries, result.changed());
    }

    private PostedRun written(Versioned<PlanPeriod> stored, List<Posting> postings, List<String> refused) {
        ImmutableList.Builder<LedgerEntry> entries = ImmutableList.builder();
        for (Posting posting : postings) {
            if (!posting.entries().isEmpty()) {
                ledger.append(posting.payee(), posting.last(), posting.entries());
                entries.addAll(posting.entries());
            }
            for (StatementVersion version : posting.changed()) {
                versions.append(version.key(), versions.last(version.key()), List.of(version));
            }
        }
        ImmutableList<LedgerEntry> posted = entries.build();
        PeriodVersion version = new PeriodVersion(
                stored.value().versions().size() + 1,
                task.key(),
                task.by(),
                task.asOf().date(),
                task.asOf().knownAt(),
                posted.size(),
                totals(posted),
                refused.size());
        PlanPeriod.Builder period = PlanPeriod.builder().from(stored.value()).addVersions(version);
        if (task.closes()) {
            period.closed(task.by());
        }
        PlanPeriod now = periods.save(period.build(), stored.version()).value();
        outbox.add(events(version));
        return PostedRun.builder()
                .period(now)
                .version(version)
                .entries(posted)
                .findings(findings)
                .omitted(
                        refused.isEmpty()
                                ? ImmutableList.of()
                                : ImmutableList.of(Omission.of("could not be calculated", refused, EXAMPLES)))
                .repeated(false)
                .build();
    }

    private static ImmutableList<MonetaryAmount> totals(List<LedgerEntry> entries) {
        return entries.stream()
                .map(entry -> entry.amount().getCurrency())
                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.comparing(CurrencyUnit::getCurrencyCode)))
                .stream()
                .map(currency -> Amounts.sum(
                        entries.stream()
                                .map(LedgerEntry::amount)
                                .filter(amount -> amount.getCurrency().equals(currency))
                                .toList(),
                        currency))
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<DomainEvent> events(PeriodVersion version) {
        ImmutableList.Builder<DomainEvent> events = ImmutableList.builder();
        events.add(event("commission.run.posted", version));
        if (task.closes()) {
            events.add(event("commission.period.closed", version));
        }
        return events.build();
    }

    private DomainEvent event(String type, PeriodVersion version) {
        String plan = task.plans().plan().value();
        return DomainEvent.builder()
                .id(EventId.of(type + "/" + plan + "/" + task.key()))
                .type(type)
                .subject(plan + " " + task.period())
                .by(task.by())
                .putDetails("plan", plan)
                .putDetails("period", task.period().name())
                .putDetails("run", task.key())
                .putDetails("version", Integer.toString(version.number()))
                .putDetails("posted", Long.toString(version.posted()))
                .build();
    }

    /** What is to be written for one payee. */
    record Posting(
            PayeeId payee, long last, ImmutableList<LedgerEntry> entries, ImmutableList<StatementVersion> changed) {}
}
