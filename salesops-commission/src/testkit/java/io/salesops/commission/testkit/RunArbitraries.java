package io.salesops.commission.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.incremental.ChangeEvent;
import io.salesops.commission.incremental.PayeePeriod;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.service.Participant;
import io.salesops.commission.service.ParticipantKey;
import io.salesops.commission.service.PeriodVersion;
import io.salesops.commission.service.PlanPeriod;
import io.salesops.commission.service.PlanPeriodKey;
import io.salesops.commission.service.PostedEntries;
import io.salesops.commission.service.PostedRun;
import io.salesops.commission.service.RunPolicy;
import io.salesops.commission.service.StatementKey;
import io.salesops.commission.service.StatementVersion;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.testkit.ApprovalArbitraries;
import io.salesops.core.testkit.CrmArbitraries;
import java.util.List;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of what runs read and write, and of changes between runs. */
public final class RunArbitraries {
    private RunArbitraries() {}

    private static Arbitrary<PlanId> plans() {
        return Arbitraries.of("ae-2026", "am-2026").map(PlanId::of);
    }

    private static Arbitrary<PayeeId> payees() {
        return Arbitraries.of("ana", "ben", "cho").map(PayeeId::of);
    }

    /** Payees with quotas, credits, and days of invoices and payments. */
    public static Arbitrary<Participant> participants() {
        return Combinators.combine(
                        plans(),
                        payees(),
                        CommissionArbitraries.payeeYears(),
                        Arbitraries.maps(CrmArbitraries.ids("C-", String::valueOf), LedgerArbitraries.releaseDates())
                                .ofMaxSize(3))
                .as((plan, payee, year, releases) -> Participant.builder()
                        .plan(plan)
                        .year(named(year, payee))
                        .releases(ImmutableSortedMap.copyOf(releases))
                        .build());
    }

    /** Returns the facts as those of another payee. */
    public static PayeeYear named(PayeeYear year, PayeeId payee) {
        return PayeeYear.builder()
                .from(year)
                .payee(payee)
                .quotas(year.quotas().stream()
                        .map(quota -> quota.withOwner(io.salesops.core.crm.RepId.of(payee.value())))
                        .toList())
                .credits(year.credits().stream()
                        .map(credit -> credit.withPayee(payee))
                        .toList())
                .build();
    }

    /** Keys of participants. */
    public static Arbitrary<ParticipantKey> participantKeys() {
        return Combinators.combine(plans(), payees()).as(ParticipantKey::new);
    }

    /** Keys of periods. */
    public static Arbitrary<PlanPeriodKey> planPeriodKeys() {
        return Combinators.combine(plans(), LedgerArbitraries.months()).as(PlanPeriodKey::new);
    }

    /** Keys of statements. */
    public static Arbitrary<StatementKey> statementKeys() {
        return Combinators.combine(plans(), LedgerArbitraries.months(), payees())
                .as(StatementKey::new);
    }

    /** First versions of periods. */
    public static Arbitrary<PeriodVersion> periodVersions() {
        return Combinators.combine(
                        CrmArbitraries.ids("run-", String::valueOf),
                        CrmArbitraries.by(),
                        LedgerArbitraries.days(),
                        CrmArbitraries.instants().optional(0.3),
                        Arbitraries.longs().between(0, 1_000),
                        LedgerArbitraries.amounts().list().ofMaxSize(1),
                        Arbitraries.longs().between(0, 3))
                .as((run, by, asOf, knownAt, posted, totals, refused) ->
                        new PeriodVersion(1, run, by, asOf, knownAt, posted, ImmutableList.copyOf(totals), refused));
    }

    /** Open and closed periods of up to three versions. */
    public static Arbitrary<PlanPeriod> planPeriods() {
        return Combinators.combine(
                        planPeriodKeys(),
                        periodVersions().list().ofMaxSize(3),
                        CrmArbitraries.by().optional(0.4))
                .as((key, versions, closed) -> {
                    PlanPeriod.Builder period = PlanPeriod.builder()
                            .plan(key.plan())
                            .period(key.period())
                            .closed(closed);
                    for (int i = 0; i < versions.size(); i++) {
                        PeriodVersion each = versions.get(i);
                        period.addVersions(new PeriodVersion(
                                i + 1,
                                each.run(),
                                each.by(),
                                each.asOf(),
                                each.knownAt(),
                                each.posted(),
                                each.totals(),
                                each.refused()));
                    }
                    return period.build();
                });
    }

    /** Versions of statements. */
    public static Arbitrary<StatementVersion> statementVersions() {
        return Combinators.combine(
                        StatementArbitraries.paidYears(),
                        CrmArbitraries.ids("run-", String::valueOf),
                        CrmArbitraries.by())
                .as((year, run, by) -> StatementVersion.builder()
                        .plan(year.plan().id())
                        .period(year.period())
                        .payee(year.payee().payee())
                        .run(run)
                        .by(by)
                        .asOf(year.asOf())
                        .addStatements(year.statement())
                        .build());
    }

    /** Policies with and without approval, holds and kinds. */
    public static Arbitrary<RunPolicy> runPolicies() {
        return Combinators.combine(
                        ApprovalArbitraries.approvalRules().optional(0.5),
                        LedgerArbitraries.holdPolicies().optional(0.5),
                        Arbitraries.of(true, false))
                .as((approval, holds, bonus) -> {
                    RunPolicy.Builder policy =
                            RunPolicy.builder().approval(approval).holds(holds);
                    return bonus ? policy.putKinds("spiff", Kind.BONUS).build() : policy.build();
                });
    }

    /** What runs of payouts and accruals posted. */
    public static Arbitrary<PostedEntries> postedEntries() {
        return Combinators.combine(
                        CommissionArbitraries.ledgerEntries().list().ofMaxSize(3), Arbitraries.of(true, false))
                .as((entries, repeated) -> PostedEntries.builder()
                        .entries(entries)
                        .repeated(repeated)
                        .build());
    }

    /** What runs did. */
    public static Arbitrary<PostedRun> postedRuns() {
        return Combinators.combine(
                        planPeriods(),
                        periodVersions(),
                        CommissionArbitraries.ledgerEntries().list().ofMaxSize(3),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((period, version, entries, refused, repeated) -> {
                    PostedRun.Builder run = PostedRun.builder()
                            .period(period)
                            .version(version)
                            .entries(entries)
                            .repeated(repeated);
                    return refused
                            ? run.addFindings(Finding.error(
                                            "commission.quota.missing",
                                            "ana/FY2026-M01/quotas",
                                            "no quota of bookings"))
                                    .addOmitted(Omission.of("could not be calculated", List.of("ana"), 20))
                                    .build()
                            : run.build();
                });
    }

    /** Payees' months. */
    public static Arbitrary<PayeePeriod> payeePeriods() {
        return Combinators.combine(payees(), LedgerArbitraries.months()).as(PayeePeriod::new);
    }

    /** Changes of every kind. */
    public static Arbitrary<ChangeEvent> changeEvents() {
        return Arbitraries.oneOf(
                Combinators.combine(payees(), LedgerArbitraries.days()).as(ChangeEvent.CreditChanged::new),
                Combinators.combine(payees(), CrmArbitraries.dateRanges()).as(ChangeEvent.QuotaChanged::new),
                LedgerArbitraries.days()
                        .map(day -> new ChangeEvent.RateChanged(
                                Monetary.getCurrency("EUR"), Monetary.getCurrency("USD"), day)),
                Combinators.combine(payees().set().ofMinSize(1).ofMaxSize(3), LedgerArbitraries.days())
                        .as((all, day) -> new ChangeEvent.HierarchyChanged(ImmutableSortedSet.copyOf(all), day)),
                payees().map(ChangeEvent.PayeeChanged::new),
                CrmArbitraries.dateRanges().map(ChangeEvent.PlanChanged::new));
    }
}
