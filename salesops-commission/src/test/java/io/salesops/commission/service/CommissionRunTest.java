package io.salesops.commission.service;

import static io.salesops.commission.service.Office.FINANCE;
import static io.salesops.commission.service.Office.credit;
import static io.salesops.commission.service.Office.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.commission.incremental.ChangeEvent;
import io.salesops.commission.incremental.DirtyPeriods;
import io.salesops.commission.incremental.PayeePeriod;
import io.salesops.commission.incremental.PlanVersions;
import io.salesops.commission.ledger.HoldPolicy;
import io.salesops.commission.ledger.HoldRule;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.commission.ledger.LedgerView;
import io.salesops.commission.ledger.ReleaseDates;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.Release;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.core.approval.Approval;
import io.salesops.core.approval.ApprovalDecision;
import io.salesops.core.approval.ApprovalDesk;
import io.salesops.core.approval.ApprovalRequest;
import io.salesops.core.approval.ApprovalRule;
import io.salesops.core.crm.By;
import io.salesops.core.crm.UserId;
import io.salesops.core.event.DomainEvent;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.run.Cancellation;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

class CommissionRunTest {
    private static final FiscalPeriod JANUARY = LedgerArbitraries.month(1);
    private static final FiscalPeriod FEBRUARY = LedgerArbitraries.month(2);
    private static final FiscalPeriod MARCH = LedgerArbitraries.month(3);
    private static final AsOf END_OF_JANUARY = AsOf.date("2026-01-31");
    private static final AsOf END_OF_FEBRUARY = AsOf.date("2026-02-28");

    private final Office office = new Office();
    private final CommissionRun runs = office.runs(RunPolicy.standard(), flat("1", "10%"));

    private static ImmutableList<String> codes(Checked<?> checked) {
        return checked.findings().stream().map(Finding::code).collect(ImmutableList.toImmutableList());
    }

    private Checked<PostedRun> run(CommissionRun which, String key, FiscalPeriod period, AsOf asOf) {
        return which.run(key, period, asOf, FINANCE, Execution.here());
    }

    private PostedRun close(String key, FiscalPeriod period, AsOf asOf) {
        return runs.close(key, period, asOf, FINANCE, Execution.here()).orThrow();
    }

    @Test
    void lateChangesArePostedInTheOpenPeriodAndClosedOnesStay() {
        office.add("ana", credit("C-1", "ana", "2026-01-10", "1000.00"));
        close("jan", JANUARY, END_OF_JANUARY);
        ImmutableList<LedgerEntry> january = office.ledger().entries();
        office.add("ana", credit("C-2", "ana", "2026-01-20", "500.00"), credit("C-3", "ana", "2026-02-10", "200.00"));
        PostedRun february = run(runs, "feb", FEBRUARY, END_OF_FEBRUARY).orThrow();

        assertThat(january)
                .extracting(LedgerEntry::source, LedgerEntry::amount)
                .containsExactly(tuple("deal C-1", Amounts.of("100.00", "USD")));
        assertThat(february.entries())
                .extracting(LedgerEntry::source, LedgerEntry::origin, LedgerEntry::postedIn, LedgerEntry::amount)
                .containsExactly(
                        tuple("deal C-2", JANUARY, FEBRUARY, Amounts.of("50.00", "USD")),
                        tuple("deal C-3", FEBRUARY, FEBRUARY, Amounts.of("20.00", "USD")));
        assertThat(office.ledger().postedUpTo(JANUARY).entries()).isEqualTo(january);
        assertThat(february.version().totals()).containsExactly(Amounts.of("70.00", "USD"));
        assertThat(office.period(1))
                .hasValueSatisfying(period -> assertThat(period.isClosed()).isTrue());
        assertThat(office.period(2))
                .hasValueSatisfying(period -> assertThat(period.isClosed()).isFalse());
    }

    @Test
    void theSameKeyAgainChangesNothing() {
        office.add("ana", credit("C-1", "ana", "2026-01-10", "1000.00"));
        PostedRun first = run(runs, "jan-1", JANUARY, END_OF_JANUARY).orThrow();
        office.add("ana", credit("C-2", "ana", "2026-01-20", "500.00"));
        PostedRun again = run(runs, "jan-1", JANUARY, END_OF_JANUARY).orThrow();
        PostedRun closed = close("jan-2", JANUARY, END_OF_JANUARY);
        PostedRun closedAgain = close("jan-2", JANUARY, END_OF_JANUARY);

        assertThat(again.repeated()).isTrue();
        assertThat(again.entries()).isEqualTo(first.entries());
        assertThat(again.period()).isEqualTo(first.period());
        assertThat(closed.entries()).extracting(LedgerEntry::amount).containsExactly(Amounts.of("50.00", "USD"));
        assertThat(closedAgain).isEqualTo(closed.withRepeated(true));
        assertThat(office.events())
                .extracting(DomainEvent::type, DomainEvent::subject)
                .containsExactly(
                        tuple("commission.run.posted", "ae-2026 FY2026-M01"),
                        tuple("commission.run.posted", "ae-2026 FY2026-M01"),
                        tuple("commission.period.closed", "ae-2026 FY2026-M01"));
        assertThatThrownBy(() -> run(runs, "jan-1", FEBRUARY, END_OF_FEBRUARY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key jan-1 is that of a run of FY2026-M01, not of FY2026-M02");
        assertThatThrownBy(() -> run(runs, " ", FEBRUARY, END_OF_FEBRUARY)).hasMessageContaining("must not be blank");
    }

    @Test
    void periodsComeOneAfterTheOther() {
        office.add("ana", credit("C-1", "ana", "2026-01-10", "1000.00"));
        run(runs, "jan", JANUARY, END_OF_JANUARY).orThrow();
        assertThat(codes(run(runs, "feb", FEBRUARY, END_OF_FEBRUARY))).containsExactly("commission.period.open");
        assertThat(codes(runs.run(
                        "jan-early",
                        JANUARY,
                        END_OF_JANUARY,
                        By.of("finance", "2026-02-03T08:59:59.999999Z"),
                        Execution.here())))
                .containsExactly("commission.period.early");
        close("jan-close", JANUARY, END_OF_JANUARY);
        assertThat(codes(run(runs, "jan-late", JANUARY, END_OF_JANUARY))).containsExactly("commission.period.closed");
        run(runs, "mar", MARCH, END_OF_FEBRUARY).orThrow();
        assertThat(codes(run(runs, "feb", FEBRUARY, END_OF_FEBRUARY))).containsExactly("commission.period.late");
        assertThat(codes(run(runs, "quarter", new FiscalPeriod("Q", JANUARY.from(), MARCH.before()), END_OF_FEBRUARY)))
                .containsExactly("commission.period.overlap", "commission.period.overlap");
        assertThat(office.ledger().entries()).hasSize(1);
    }

    @Test
    void aPayeeWhoCannotBeCalculatedHasNothingPostedAndKeepsThePeriodOpen() {
        office.add("ana", credit("C-1", "ana", "2026-01-10", "1000.00"));
        office.add("ben", credit("C-2", "ben", "2026-01-10", "1000.00"), credit("C-2", "ben", "2026-01-11", "1000.00"));
        PostedRun posted = run(runs, "jan", JANUARY, END_OF_JANUARY).orThrow();
        assertThat(posted.entries()).extracting(LedgerEntry::payee).containsExactly(PayeeId.of("ana"));
        assertThat(posted.omitted()).hasSize(1);
        assertThat(posted.omitted().get(0).examples()).containsExactly("ben");
        assertThat(posted.version().refused()).isEqualTo(1);
        assertThat(posted.findings())
                .extracting(Finding::code, Finding::path)
                .containsExactly(tuple("commission.credit.duplicate", "ben/FY2026-M01/credits/C-2"));
        assertThat(codes(runs.close("close", JANUARY, END_OF_JANUARY, FINANCE, Execution.here())))
                .containsExactly("commission.close.refused", "commission.credit.duplicate");
        assertThat(office.period(1))
                .hasValueSatisfying(period -> assertThat(period.isClosed()).isFalse());
    }

    @Test
    void twoPeopleCloseAndNobodyApprovesHisOwn() {
        ApprovalRule rule = ApprovalRule.builder().id("close").version("1").build();
        CommissionRun approved = office.runs(RunPolicy.standard().withApproval(rule), flat("1", "10%"));
        office.add("ana", credit("C-1", "ana", "2026-01-10", "1000.00"));
        PostedRun posted = run(approved, "jan", JANUARY, END_OF_JANUARY).orThrow();
        ApprovalDesk desk = ApprovalDesk.of(rule, List.of(), ZoneOffset.UTC);
        String subject = posted.period().subject();
        assertThat(subject).isEqualTo("commission ae-2026 FY2026-M01 1");
        By bossAt = By.of("boss", "2026-02-03T10:00:00Z");
        ApprovalRequest request = ApprovalRequest.of(subject, FINANCE);

        assertThat(codes(desk.decide(desk.open(request), ApprovalDecision.approve("finance", "2026-02-03T10:00:00Z"))))
                .containsExactly("approval.decision.own");
        assertThat(codes(approved.close("c-1", JANUARY, END_OF_JANUARY, FINANCE, Execution.here())))
                .containsExactly("commission.close.approval");
        assertThat(codes(approved.close("c-2", JANUARY, END_OF_JANUARY, desk.open(request), FINANCE, Execution.here())))
                .containsExactly("commission.close.approval");
        Approval pretext = desk.decide(
                        desk.open(ApprovalRequest.of(subject, By.of("eve", "2026-02-03T09:30:00Z"))),
                        ApprovalDecision.approve("finance", "2026-02-03T10:00:00Z"))
                .orThrow();
        assertThat(codes(approved.close("c-3", JANUARY, END_OF_JANUARY, pretext, bossAt, Execution.here())))
                .containsExactly("commission.close.segregation");
        Approval given = desk.decide(desk.open(request), ApprovalDecision.approve("boss", "2026-02-03T10:00:00Z"))
                .orThrow();
        office.add("ana", credit("C-2", "ana", "2026-01-11", "10.00"));
        assertThat(codes(approved.close("c-4", JANUARY, END_OF_JANUARY, given, bossAt, Execution.here())))
                .as("what was approved has changed since")
                .containsExactly("commission.close.changed");
        run(approved, "jan-2", JANUARY, END_OF_JANUARY).orThrow();
        assertThat(codes(approved.close("c-5", JANUARY, END_OF_JANUARY, given, bossAt, Execution.here())))
                .containsExactly("commission.close.approval");
        Approval again = desk.decide(
                        desk.open(ApprovalRequest.builder()
                                .subject("commission ae-2026 FY2026-M01 2")
                                .requested(FINANCE)
                                .addContributors(UserId.of("ana"))
                                .build()),
                        ApprovalDecision.approve("boss", "2026-02-03T10:00:00Z"))
                .orThrow();
        PostedRun closed = approved.close("c-6", JANUARY, END_OF_JANUARY, again, bossAt, Execution.here())
                .orThrow();
        assertThat(closed.entries()).isEmpty();
        assertThat(closed.period().closed()).contains(bossAt);
    }

    @Test
    void whatIsHeldIsReleasedWhenTheCustomerHasPaid() {
        CommissionRun held = office.runs(
                RunPolicy.standard()
                        .withHolds(HoldPolicy.builder()
                                .id("holds")
                                .version("1")
                                .addRules(HoldRule.of("30%", new Release.Event("cash", Optional.of(Period.ofDays(14)))))
                                .build()),
                flat("1", "10%"));
        office.add("ana", credit("C-1", "ana", "2026-01-10", "1000.00"));
        held.close("jan", JANUARY, END_OF_JANUARY, FINANCE, Execution.here()).orThrow();
        assertThat(balance("payable")).isEqualTo(Amounts.of("70.00", "USD"));
        assertThat(balance("held")).isEqualTo(Amounts.of("30.00", "USD"));
        office.change(
                "ana",
                participant ->
                        participant.withReleases(java.util.Map.of("deal C-1", ReleaseDates.NONE.paidOn("2026-02-14"))));
        PostedRun before =
                run(held, "feb-27", FEBRUARY, AsOf.date("2026-02-27")).orThrow();
        PostedRun on = run(held, "feb-28", FEBRUARY, END_OF_FEBRUARY).orThrow();
        assertThat(before.entries()).isEmpty();
        assertThat(on.entries())
                .extracting(LedgerEntry::kind, LedgerEntry::origin, LedgerEntry::amount)
                .containsExactly(tuple(Kind.RELEASE, JANUARY, Amounts.of("30.00", "USD")));
        assertThat(balance("held").isZero()).isTrue();
        run(office.runs(RunPolicy.standard(), flat("1", "10%")), "feb-none", FEBRUARY, END_OF_FEBRUARY)
                .orThrow();
        assertThat(office.ledger()
                        .where(entry -> entry.kind() == Kind.RESERVE)
                        .balances()
                        .values())
                .as("without a policy nothing is held")
                .allSatisfy(balance -> assertThat(balance.reserved().isZero()).isTrue());
    }

    private javax.money.MonetaryAmount balance(String which) {
        var balance = office.ledger().balance(Monetary.getCurrency("USD"));
        return which.equals("held") ? balance.held() : balance.payable();
    }

    @Test
    void bonusesArePostedAsSuchAndCorrectionsByPeopleStay() {
        CommissionRun bonus = office.runs(
                RunPolicy.builder().putKinds("new-business", Kind.BONUS).build(), flat("1", "10%"));
        office.add("ana", credit("C-1", "ana", "2026-01-10", "1000.00"));
        PostedRun posted = run(bonus, "jan", JANUARY, END_OF_JANUARY).orThrow();
        assertThat(posted.entries()).extracting(LedgerEntry::kind).containsExactly(Kind.BONUS);
        LedgerEntry byHand = posted.entries()
                .get(0)
                .withId(io.salesops.commission.ledger.LedgerEntryId.of("hand"))
                .withRun(java.util.Optional.empty());
        office.stores.get(io.salesops.commission.ledger.Ledger.class).append(byHand.payee(), 1, List.of(byHand));
        assertThat(run(bonus, "jan-2", JANUARY, END_OF_JANUARY).orThrow().entries())
                .isEmpty();
        assertThatThrownBy(() -> RunPolicy.builder().putKinds("x", Kind.PAYOUT).build())
                .hasMessageContaining("rule x cannot be posted as PAYOUT");
    }

    @Test
    void dirtyPeriodsAloneArePostedAsAFullRunPosts() {
        PlanVersions plans = PlanVersions.of(List.of(flat("1", "10%")));
        Office other = new Office();
        for (Office each : List.of(office, other)) {
            each.add("ana", credit("C-1", "ana", "2026-01-10", "1000.00"));
            each.add("ben", credit("C-2", "ben", "2026-01-11", "400.00"));
            each.runs(RunPolicy.standard(), flat("1", "10%"))
                    .close("jan", JANUARY, END_OF_JANUARY, FINANCE, Execution.here())
                    .orThrow();
            each.add("ana", credit("C-3", "ana", "2026-01-12", "-50.00"));
        }
        ImmutableSet<PayeePeriod> dirty =
                ImmutableSet.copyOf(DirtyPeriods.of(plans, List.of(JANUARY, FEBRUARY), List.of())
                        .dirty(ChangeEvent.CreditChanged.of(credit("C-3", "ana", "2026-01-12", "-50.00"))));
        assertThat(dirty).hasSize(2);
        runs.run("feb", FEBRUARY, dirty, END_OF_FEBRUARY, FINANCE, Execution.here())
                .orThrow();
        run(other.runs(RunPolicy.standard(), flat("1", "10%")), "feb", FEBRUARY, END_OF_FEBRUARY)
                .orThrow();

        assertThat(office.ledger().entries()).isEqualTo(other.ledger().entries());
        assertThat(office.ledger().postedIn(FEBRUARY).entries()).hasSize(1);
    }

    @Test
    void parallelRunsPostTheSameAndReportTheirProgress() {
        Office other = new Office();
        for (int i = 10; i < 30; i++) {
            for (Office each : List.of(office, other)) {
                each.add("p-" + i, credit("C-" + i, "p-" + i, "2026-01-10", i + ".00"));
            }
        }
        List<String> heard = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            runs.run(
                            "jan",
                            JANUARY,
                            END_OF_JANUARY,
                            FINANCE,
                            Execution.on(pool, 3)
                                    .reporting((phase, done, total) -> heard.add(phase + " " + done + "/" + total)))
                    .orThrow();
        } finally {
            pool.shutdown();
        }
        run(other.runs(RunPolicy.standard(), flat("1", "10%")), "jan", JANUARY, END_OF_JANUARY)
                .orThrow();
        assertThat(office.ledger().entries())
                .isEqualTo(other.ledger().entries())
                .hasSize(20);
        assertThat(heard).startsWith("calculate 3/20").endsWith("calculate 20/20");
    }

    @Test
    void aCancelledRunLeavesNothingBehind() {
        office.add("ana", credit("C-1", "ana", "2026-01-10", "1000.00"));
        Cancellation cancellation = new Cancellation();
        cancellation.raise();
        assertThatThrownBy(() -> runs.run(
                        "jan",
                        JANUARY,
                        END_OF_JANUARY,
                        FINANCE,
                        Execution.here().cancelledBy(cancellation)))
                .isInstanceOf(CancellationException.class);
        assertThat(office.ledger().entries()).isEmpty();
        assertThat(office.period(1)).isEmpty();
        assertThat(office.events()).isEmpty();
    }

    @Test
    void aPeriodInWhichThePlanChangesHasAStatementByEachVersion() {
        var first = flat("1", "10%").withEffective(io.salesops.core.time.DateRange.of("2026-01-01", "2026-01-15"));
        var second = flat("2", "20%").withEffective(io.salesops.core.time.DateRange.of("2026-01-15", "2027-01-01"));
        office.add("ana", credit("C-1", "ana", "2026-01-14", "100.00"), credit("C-2", "ana", "2026-01-15", "100.00"));
        PostedRun posted = run(office.runs(RunPolicy.standard(), second, first), "jan", JANUARY, END_OF_JANUARY)
                .orThrow();
        assertThat(posted.entries())
                .extracting(LedgerEntry::source, LedgerEntry::amount)
                .containsExactly(
                        tuple("deal C-1", Amounts.of("10.00", "USD")), tuple("deal C-2", Amounts.of("20.00", "USD")));
        assertThatThrownBy(() -> PlanVersions.of(List.of(flat("1", "10%"), flat("2", "20%"))))
                .hasMessageContaining("commission.plan.overlap");
        assertThatThrownBy(() ->
                        PlanVersions.of(List.of(first, second.withId(io.salesops.commission.plan.PlanId.of("other")))))
                .hasMessageContaining("commission.plan.mixed");
        assertThat(LedgerView.of(posted.entries()).check()).isEmpty();
    }
}
