package io.salesops.commission.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.ledger.Balance;
import io.salesops.commission.ledger.Dispute;
import io.salesops.commission.ledger.DisputeDesk;
import io.salesops.commission.ledger.DisputeFlow;
import io.salesops.commission.ledger.DisputeId;
import io.salesops.commission.ledger.DisputeState;
import io.salesops.commission.ledger.Earned;
import io.salesops.commission.ledger.Held;
import io.salesops.commission.ledger.HoldPolicy;
import io.salesops.commission.ledger.HoldRule;
import io.salesops.commission.ledger.HoldSchedule;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.commission.ledger.LedgerView;
import io.salesops.commission.ledger.PostingTarget;
import io.salesops.commission.ledger.PostingTargets;
import io.salesops.commission.ledger.ReleaseDates;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.plan.Release;
import io.salesops.core.crm.By;
import io.salesops.core.crm.UserId;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.testkit.Members;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of what is posted, held back and disputed, in the months of 2026 and in dollars unless stated. */
public final class LedgerArbitraries {
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final ImmutableList<String> COMPONENTS = ImmutableList.of("new-business", "renewals", "spiff");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private LedgerArbitraries() {}

    /** The months of 2026. */
    public static Arbitrary<FiscalPeriod> months() {
        return Arbitraries.integers().between(1, 12).map(LedgerArbitraries::month);
    }

    /** Returns a month of 2026. */
    public static FiscalPeriod month(int month) {
        LocalDate first = LocalDate.of(2026, month, 1);
        return new FiscalPeriod(String.format("FY2026-M%02d", month), first, first.plusMonths(1));
    }

    /** Amounts of up to 10,000 dollars either way, in cents. */
    public static Arbitrary<MonetaryAmount> amounts() {
        return Arbitraries.longs().between(-1_000_000, 1_000_000).map(LedgerArbitraries::cents);
    }

    private static MonetaryAmount cents(long cents) {
        return Amounts.of(BigDecimal.valueOf(cents, 2), USD);
    }

    /** Days of 2026. */
    public static Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 364)
                .map(day -> LocalDate.of(2026, 1, 1).plusDays(day));
    }

    private static Arbitrary<String> components() {
        return Arbitraries.of(COMPONENTS);
    }

    private static Arbitrary<String> sources() {
        return CrmArbitraries.ids("D-", String::valueOf);
    }

    /** What entries of a key are to sum to; keys repeat. */
    public static Arbitrary<PostingTarget> postingTargets() {
        return Combinators.combine(
                        Arbitraries.of(Kind.EARNING, Kind.BONUS, Kind.RESERVE, Kind.RELEASE),
                        components(),
                        Arbitraries.of("D-1", "D-2", "D-3"),
                        months(),
                        amounts())
                .as(PostingTarget::new);
    }

    /** Targets of a payee for every month and the kinds of {@link #postingTargets()}. */
    public static Arbitrary<PostingTargets> payeeTargets(PayeeId payee) {
        return Combinators.combine(
                        postingTargets().list().ofMaxSize(10),
                        Arbitraries.of("ae-2026", "am-2026").map(PlanId::of).optional(0.8))
                .as((targets, plan) -> PostingTargets.builder()
                        .payee(payee)
                        .plan(plan)
                        .addOrigins(allMonths())
                        .addKinds(Kind.EARNING, Kind.BONUS, Kind.RESERVE, Kind.RELEASE)
                        .targets(targets)
                        .build());
    }

    private static FiscalPeriod[] allMonths() {
        FiscalPeriod[] months = new FiscalPeriod[12];
        for (int month = 1; month <= 12; month++) {
            months[month - 1] = month(month);
        }
        return months;
    }

    /** Targets of one payee. */
    public static Arbitrary<PostingTargets> payeeTargets() {
        return payeeTargets(PayeeId.of("ana"));
    }

    /** Balances of up to twenty entries. */
    public static Arbitrary<Balance> balances() {
        return CommissionArbitraries.ledgerEntries(PayeeId.of("ana"))
                .list()
                .ofMaxSize(20)
                .map(entries -> LedgerView.of(entries).balance(USD));
    }

    /** Days of invoices and payments, some of which have not come. */
    public static Arbitrary<ReleaseDates> releaseDates() {
        return Combinators.combine(days().optional(0.7), days().optional(0.7)).as(ReleaseDates::new);
    }

    /** Rules that hold at most a third each, so that three of them hold at most all. */
    public static Arbitrary<HoldRule> holdRules() {
        return Combinators.combine(
                        Arbitraries.of("5%", "10%", "1/7", "30%", "1/3").map(Rate::of),
                        RuleArbitraries.releases(),
                        components().list().ofMaxSize(2).uniqueElements())
                .as((share, release, on) -> new HoldRule(share, release, ImmutableList.copyOf(on)));
    }

    /** Policies of up to three rules, each of which passes its check. */
    public static Arbitrary<HoldPolicy> holdPolicies() {
        return Combinators.combine(
                        holdRules().list().ofMaxSize(3), CrmArbitraries.names().optional(0.2))
                .as((rules, note) -> HoldPolicy.builder()
                        .id("holds")
                        .version("1")
                        .rules(rules)
                        .note(note)
                        .build());
    }

    /** What deals earned, or gave back. */
    public static Arbitrary<Earned> earned() {
        return Combinators.combine(components(), sources(), days(), amounts())
                .as((component, source, on, amount) ->
                        new Earned(component, source, month(on.getMonthValue()), on, amount));
    }

    /** Parts that policies hold back. */
    public static Arbitrary<Held> held() {
        return Combinators.combine(holdPolicies(), earned(), releaseDates())
                .as((policy, earned, dates) -> HoldSchedule.of(policy.withRules(ImmutableList.<HoldRule>builder()
                                .addAll(policy.rules().stream().limit(2).toList())
                                .add(new HoldRule(Rate.of("20%"), Release.Event.of("cash"), ImmutableList.of()))
                                .build()))
                        .held(
                                List.of(new Earned(
                                        earned.component(),
                                        earned.source(),
                                        earned.origin(),
                                        earned.on(),
                                        earned.amount().add(cents(3_000_000)))),
                                java.util.Map.of(earned.source(), dates)))
                .map(parts -> parts.get(parts.size() - 1));
    }

    /** Ids of disputes. */
    public static Arbitrary<DisputeId> disputeIds() {
        return CrmArbitraries.ids("Q-", DisputeId::of);
    }

    /** Disputes in every state, moved by the standard flow. */
    public static Arbitrary<Dispute> disputes() {
        Arbitrary<Dispute> raised = Combinators.combine(
                        disputeIds(),
                        Arbitraries.of("ana", "ben"),
                        components(),
                        sources(),
                        months(),
                        amounts(),
                        CrmArbitraries.names())
                .as((id, payee, component, source, origin, claim, reason) -> Dispute.builder()
                        .id(id)
                        .payee(PayeeId.of(payee))
                        .component(component)
                        .source(source)
                        .origin(origin)
                        .claim(claim)
                        .reason(reason)
                        .raised(new By(UserId.of(payee), NOON))
                        .build());
        return Combinators.combine(
                        raised, Arbitraries.of(DisputeState.class).list().ofMaxSize(6))
                .as(LedgerArbitraries::moved);
    }

    private static Dispute moved(Dispute raised, List<DisputeState> tries) {
        DisputeDesk desk = DisputeDesk.of(DisputeFlow.STANDARD);
        Dispute dispute = raised;
        int hour = 0;
        for (DisputeState to : tries) {
            hour++;
            String who = to == DisputeState.WITHDRAWN ? raised.raised().who().value() : "cho";
            By by = new By(UserId.of(who), NOON.plus(hour, ChronoUnit.HOURS));
            Optional<Dispute> next = to == DisputeState.ACCEPTED
                    ? desk.accept(dispute, raised.claim(), month(12), by, "")
                            .value()
                            .map(DisputeDesk.Outcome::dispute)
                    : desk.move(dispute, to, by, "seen").value();
            dispute = next.orElse(dispute);
        }
        return dispute;
    }

    /** Steps of disputes. */
    public static Arbitrary<Dispute.Step> disputeSteps() {
        return Members.of(disputes().map(Dispute::steps));
    }

    /** Flows of some of the standard moves, and the standard flow. */
    public static Arbitrary<DisputeFlow> disputeFlows() {
        return Arbitraries.integers()
                .between(0, DisputeFlow.STANDARD.moves().size())
                .map(count -> new DisputeFlow(DisputeFlow.STANDARD.moves().subList(0, count)));
    }

    /** Moves of the standard flow. */
    public static Arbitrary<DisputeFlow.Move> disputeMoves() {
        return Arbitraries.of(DisputeFlow.STANDARD.moves());
    }

    /** What accepting a dispute leads to. */
    public static Arbitrary<DisputeDesk.Outcome> disputeOutcomes() {
        return disputes()
                .map(dispute -> DisputeDesk.of(DisputeFlow.STANDARD)
                        .accept(
                                dispute.withSteps(new Dispute.Step(
                                        DisputeState.UNDER_REVIEW,
                                        new By(UserId.of("cho"), NOON),
                                        Optional.empty(),
                                        Optional.empty())),
                                dispute.claim(),
                                month(12),
                                new By(UserId.of("cho"), NOON.plusSeconds(60)),
                                "as agreed")
                        .orThrow());
    }
}
