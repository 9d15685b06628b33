package io.salesops.commission.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.FluentIterable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.commission.accounting.AmortizationSchedule;
import io.salesops.commission.accounting.AmortizationScheduler;
import io.salesops.commission.accounting.CapitalizationPolicy;
import io.salesops.commission.accounting.ContractCost;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.incremental.ChangeEvent;
import io.salesops.commission.incremental.DirtyPeriods;
import io.salesops.commission.incremental.PayeePeriod;
import io.salesops.commission.incremental.PlanVersions;
import io.salesops.commission.ledger.Balance;
import io.salesops.commission.ledger.Dispute;
import io.salesops.commission.ledger.DisputeDesk;
import io.salesops.commission.ledger.DisputeFlow;
import io.salesops.commission.ledger.DisputeId;
import io.salesops.commission.ledger.DisputeState;
import io.salesops.commission.ledger.Disputes;
import io.salesops.commission.ledger.HoldPolicy;
import io.salesops.commission.ledger.Ledger;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.ledger.LedgerView;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.service.CommissionRun;
import io.salesops.commission.service.CommissionStores;
import io.salesops.commission.service.LedgerRun;
import io.salesops.commission.service.Participant;
import io.salesops.commission.service.ParticipantKey;
import io.salesops.commission.service.Participants;
import io.salesops.commission.service.PostedEntries;
import io.salesops.commission.service.PostedRun;
import io.salesops.commission.service.RunPolicy;
import io.salesops.commission.service.StatementKey;
import io.salesops.commission.service.StatementVersion;
import io.salesops.commission.service.StatementVersions;
import io.salesops.core.approval.Approval;
import io.salesops.core.approval.ApprovalDecision;
import io.salesops.core.approval.ApprovalDesk;
import io.salesops.core.approval.ApprovalRequest;
import io.salesops.core.approval.ApprovalRule;
import io.salesops.core.approval.Delegation;
import io.salesops.core.crm.By;
import io.salesops.core.event.EventStores;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.Sequenced;
import io.salesops.core.repository.Versioned;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

class LedgerGuideTest {
    private final FiscalCalendar fiscal = FiscalCalendar.startingIn(Month.JANUARY);
    private final FiscalPeriod january = fiscal.month(2026, 1);
    private final FiscalPeriod february = fiscal.month(2026, 2);
    private final CurrencyUnit usd = Monetary.getCurrency("USD");
    private final By finance = By.of("finance", "2026-02-03T09:00:00Z");
    private final PayeeId ana = PayeeId.of("ana");
    private final CommissionPlan plan = CommissionPlan.builder()
            .id(PlanId.of("ae-2026"))
            .version("1")
            .effective(fiscal.year(2026).range())
            .currency(usd)
            .addRules(PlanRule.Flat.of("new-business", "bookings", "10%"))
            .build();
    private final PayeeYear anasYear = PayeeYear.builder()
            .payee(ana)
            .addCredits(Credit.of("C-1", "ana", "2026-01-20", Amounts.of("9000.00", "USD")))
            .build();
    private final InMemoryStores stores =
            InMemoryStores.create().with(CommissionStores::register).with(EventStores::register);

    private final HoldPolicy holds = SalesOpsJson.read("""
                    {"schema": "salesops/hold-policy/1", "id": "refunds", "version": "1",
                     "rules": [{"share": "30%", "release": {"kind": "event", "measure": "cash", "after": "P14D"}, "on": ["new-business"]}]}""", HoldPolicy.class).orThrow();

    private LedgerView ledgerOfAna() {
        return LedgerView.of(stores.get(Ledger.class)
                .read(
                        ana,
                        0,
                        found -> FluentIterable.<Sequenced<LedgerEntry>>from(found)
                                .transform(Sequenced::entry)
                                .toList()));
    }

    @Test
    void aRunPostsWhatIsMissingAndTwoPeopleClose() {
        // snippet:ledger-run
        ApprovalRule four = ApprovalRule.builder().id("four-eyes").version("1").build();
        RunPolicy policy = RunPolicy.builder().approval(four).holds(holds).build();
        CommissionRun runs = CommissionRun.of(PlanVersions.of(List.of(plan)), policy, stores);

        stores.get(Participants.class).save(Participant.of(plan.id(), anasYear), 0);
        PostedRun run = runs.run("jan-1", january, AsOf.date("2026-01-31"), finance, Execution.here())
                .orThrow();
        // end
        assertThat(run.entries()).hasSize(2);

        // snippet:ledger-close
        ApprovalDesk desk = ApprovalDesk.of(
                four, List.of(Delegation.of("dora", "ben", "2026-02-01", "2026-02-15")), ZoneOffset.UTC);
        Approval open = desk.open(ApprovalRequest.of(run.period().subject(), finance));
        Approval approval = desk.decide(
                        open,
                        ApprovalDecision.approve("ben", "2026-02-04T10:00:00Z").onBehalfOf("dora"))
                .orThrow();
        By ben = By.of("ben", "2026-02-04T10:05:00Z");
        PostedRun closed = runs.close("jan-2", january, AsOf.date("2026-01-31"), approval, ben, Execution.here())
                .orThrow();
        // end
        assertThat(closed.period().isClosed()).isTrue();
        assertThat(desk.decide(open, ApprovalDecision.approve("finance", "2026-02-04T10:00:00Z"))
                        .value())
                .isEmpty();

        // snippet:ledger-late
        Participants participants = stores.get(Participants.class);
        Versioned<Participant> seen =
                participants.find(new ParticipantKey(plan.id(), ana)).orElseThrow();
        Credit late = Credit.of("C-2", "ana", "2026-01-30", Amounts.of("-1000.00", "USD"));
        participants.save(
                seen.value()
                        .withYear(PayeeYear.builder()
                                .from(seen.value().year())
                                .addCredits(late)
                                .build()),
                seen.version());
        By march = By.of("finance", "2026-03-02T09:00:00Z");
        PostedRun next = runs.run("feb-1", february, AsOf.date("2026-02-28"), march, Execution.here())
                .orThrow();
        // end
        assertThat(next.entries())
                .extracting(LedgerEntry::origin, LedgerEntry::postedIn, LedgerEntry::amount)
                .contains(org.assertj.core.groups.Tuple.tuple(january, february, Amounts.of("-100.00", "USD")));

        // snippet:ledger-view
        LedgerView ledger = ledgerOfAna();
        Balance now = ledger.balance(usd);
        Balance inJanuary = ledger.postedUpTo(january).balance(usd);
        Balance asKnown = ledger.knownAt(Instant.parse("2026-02-28T00:00:00Z")).balance(usd);
        Optional<StatementVersion> statement = stores.get(StatementVersions.class)
                .knownAt(new StatementKey(plan.id(), january, ana), Instant.parse("2026-02-28T00:00:00Z"));
        // end
        assertThat(inJanuary).isEqualTo(asKnown);
        assertThat(inJanuary.payable()).isEqualTo(Amounts.of("630.00", "USD"));
        assertThat(inJanuary.held()).isEqualTo(Amounts.of("270.00", "USD"));
        assertThat(now.earned()).isEqualTo(Amounts.of("800.00", "USD"));
        assertThat(statement.orElseThrow().statements().get(0).total()).isEqualTo(Amounts.of("900.00", "USD"));

        // snippet:ledger-pay
        LedgerRun ledgerRuns = LedgerRun.of(stores);
        PostedEntries accrued = ledgerRuns.accrue("accrue-feb", february, march).orThrow();
        PostedEntries paid = ledgerRuns.pay("pay-feb", february, march).orThrow();
        // end
        ImmutableList<LedgerEntry> payouts = paid.entries();
        ImmutableList<LedgerEntry> accruals = accrued.entries();
        assertThat(payouts).extracting(LedgerEntry::amount).containsExactly(Amounts.of("-560.00", "USD"));
        assertThat(accruals).extracting(LedgerEntry::amount).containsExactly(Amounts.of("800.00", "USD"));
    }

    @Test
    void aDisputeEndsInACorrection() {
        Dispute raised = Dispute.builder()
                .id(DisputeId.of("Q-1"))
                .payee(ana)
                .plan(plan.id())
                .component("new-business")
                .source("C-7")
                .origin(january)
                .claim(Amounts.of("120.00", "USD"))
                .reason("the split should be mine")
                .raised(By.of("ana", "2026-02-05T09:00:00Z"))
                .build();
        By cho = By.of("cho", "2026-02-06T09:00:00Z");
        // snippet:ledger-dispute
        DisputeDesk desk = DisputeDesk.of(DisputeFlow.STANDARD);
        Dispute reviewed = desk.move(raised, DisputeState.UNDER_REVIEW, cho, "asking the team lead")
                .orThrow();
        DisputeDesk.Outcome outcome = desk.accept(reviewed, Amounts.of("80.00", "USD"), february, cho, "two thirds")
                .orThrow();
        stores.perform(ports -> {
            Ledger ledger = ports.get(Ledger.class);
            ports.get(Disputes.class).save(outcome.dispute(), 0);
            return ledger.append(ana, ledger.last(ana), outcome.entries());
        });
        // end
        assertThat(ledgerOfAna().entries()).isEqualTo(outcome.entries());
    }

    @Test
    void onlyWhatIsDirtyIsCalculated() {
        PlanVersions plans = PlanVersions.of(List.of(plan));
        Credit late = Credit.of("C-2", "ana", "2026-01-30", Amounts.of("-1000.00", "USD"));
        List<FiscalPeriod> periods = List.of(january, february);
        List<PayeeYear> payees = List.of(anasYear);
        // snippet:ledger-dirty
        ImmutableSortedSet<PayeePeriod> dirty =
                DirtyPeriods.of(plans, periods, payees).dirty(ChangeEvent.CreditChanged.of(late));
        // end
        assertThat(dirty).containsExactly(new PayeePeriod(ana, january), new PayeePeriod(ana, february));
    }

    @Test
    void aCostIsSpreadOverItsBenefit() {
        // snippet:ledger-amortize
        CapitalizationPolicy policy =
                CapitalizationPolicy.builder().id("asc340").version("1").build();
        AmortizationScheduler scheduler = AmortizationScheduler.of(policy);
        AmortizationSchedule schedule = scheduler
                .schedule(ContractCost.of("D-1", Amounts.of("15000.00", "USD"), "2026-01-01", 36))
                .orThrow();
        AmortizationSchedule ended = scheduler.terminated(schedule, LocalDate.of(2026, 6, 15));
        // end
        assertThat(schedule.lines().get(0).expense()).isEqualTo(Amounts.of("416.67", "USD"));
        assertThat(schedule.lines().get(35).expense()).isEqualTo(Amounts.of("416.55", "USD"));
        assertThat(ended.lines().get(6).expense()).isEqualTo(Amounts.of("12499.98", "USD"));
    }
}
