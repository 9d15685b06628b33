package io.salesops.commission.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.ledger.DisputeFlow.Actor;
import io.salesops.commission.ledger.DisputeFlow.Move;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.core.crm.By;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DisputeDeskTest {
    private static final Dispute RAISED = Dispute.builder()
            .id(DisputeId.of("Q-1"))
            .payee(PayeeId.of("ana"))
            .plan(PlanId.of("ae-2026"))
            .component("new-business")
            .source("D-7")
            .origin(LedgerArbitraries.month(1))
            .claim(Amounts.of("120.00", "USD"))
            .reason("the split should be mine")
            .raised(By.of("ana", "2026-02-03T09:00:00Z"))
            .build();
    private static final By ANA = By.of("ana", "2026-02-05T09:00:00Z");
    private static final By CHO = By.of("cho", "2026-02-05T09:00:00Z");

    private final DisputeDesk desk = DisputeDesk.of(DisputeFlow.STANDARD);

    private static ImmutableList<String> codes(Checked<?> checked) {
        return checked.findings().stream().map(Finding::code).collect(ImmutableList.toImmutableList());
    }

    private Dispute in(DisputeState state) {
        return switch (state) {
            case OPEN -> RAISED;
            case UNDER_REVIEW -> desk.move(RAISED, state, CHO, "").orThrow();
            case WITHDRAWN -> desk.move(RAISED, state, ANA, "").orThrow();
            case REJECTED ->
                desk.move(in(DisputeState.UNDER_REVIEW), state, CHO, "as agreed")
                        .orThrow();
            case ACCEPTED ->
                desk.accept(in(DisputeState.UNDER_REVIEW), RAISED.claim(), LedgerArbitraries.month(2), CHO, "")
                        .orThrow()
                        .dispute();
        };
    }

    /** Every pair of states, by the claimant and by somebody else: allowed exactly where the flow says so. */
    @TestFactory
    Stream<DynamicTest> movesAreThoseOfTheFlow() {
        return Stream.of(DisputeState.values())
                .flatMap(from -> Stream.of(DisputeState.values())
                        .flatMap(to -> Stream.of(ANA, CHO)
                                .map(by -> DynamicTest.dynamicTest(from + " to " + to + " by " + by.who(), () -> {
                                    Move move = new Move(
                                            from, to, by.who().value().equals("ana") ? Actor.CLAIMANT : Actor.REVIEWER);
                                    Checked<?> moved = to == DisputeState.ACCEPTED
                                            ? desk.accept(in(from), RAISED.claim(), LedgerArbitraries.month(2), by, "")
                                            : desk.move(in(from), to, by, "");
                                    assertThat(moved.value().isPresent())
                                            .isEqualTo(
                                                    DisputeFlow.STANDARD.moves().contains(move));
                                }))));
    }

    @Test
    void anAcceptedDisputeIsPostedAsACorrection() {
        DisputeDesk.Outcome outcome = desk.accept(
                        in(DisputeState.UNDER_REVIEW),
                        Amounts.of("80.00", "USD"),
                        LedgerArbitraries.month(2),
                        CHO,
                        "two thirds")
                .orThrow();
        assertThat(outcome.dispute().state()).isEqualTo(DisputeState.ACCEPTED);
        assertThat(outcome.dispute().steps().get(1).granted()).contains(Amounts.of("80.00", "USD"));
        LedgerEntry entry = outcome.entries().get(0);
        assertThat(entry.kind()).isEqualTo(LedgerEntry.Kind.ADJUSTMENT);
        assertThat(entry.amount()).isEqualTo(Amounts.of("80.00", "USD"));
        assertThat(entry.origin()).isEqualTo(LedgerArbitraries.month(1));
        assertThat(entry.postedIn()).isEqualTo(LedgerArbitraries.month(2));
        assertThat(entry.reason()).contains("dispute Q-1: the split should be mine");
        assertThat(entry.run()).isEmpty();
    }

    @Test
    void moreThanTheClaimIsNotGranted() {
        Dispute reviewed = in(DisputeState.UNDER_REVIEW);
        for (String granted : new String[] {"120.01", "-1"}) {
            assertThat(codes(desk.accept(reviewed, Amounts.of(granted, "USD"), LedgerArbitraries.month(2), CHO, "")))
                    .containsExactly("commission.dispute.granted");
        }
        assertThat(codes(desk.accept(reviewed, Amounts.of("1", "EUR"), LedgerArbitraries.month(2), CHO, "")))
                .containsExactly("commission.dispute.granted");
        assertThat(codes(desk.accept(
                        reviewed.withOrigin(LedgerArbitraries.month(3)),
                        Amounts.of("1", "USD"),
                        LedgerArbitraries.month(2),
                        CHO,
                        "")))
                .containsExactly("commission.dispute.period");
        assertThat(desk.accept(reviewed, Amounts.of("0", "USD"), LedgerArbitraries.month(2), CHO, "")
                        .orThrow()
                        .entries())
                .isEmpty();
    }

    @Test
    void refusalsNameWhoAndWhat() {
        assertThat(desk.move(RAISED, DisputeState.UNDER_REVIEW, ANA, "").findings())
                .extracting(Finding::message)
                .containsExactly("ana, who raised dispute Q-1, must not move it from OPEN to UNDER_REVIEW");
        assertThat(desk.move(RAISED, DisputeState.WITHDRAWN, CHO, "").findings())
                .extracting(Finding::message)
                .containsExactly("cho, who did not raise dispute Q-1, must not move it from OPEN to WITHDRAWN");
        assertThat(desk.move(RAISED, DisputeState.REJECTED, CHO, "")
                        .findings()
                        .get(0)
                        .remedy())
                .contains("Maybe it is one of [UNDER_REVIEW, WITHDRAWN].");
        Dispute reviewed =
                desk.move(RAISED, DisputeState.UNDER_REVIEW, CHO, "on it").orThrow();
        assertThat(reviewed.steps().get(0).comment()).contains("on it");
        assertThat(in(DisputeState.UNDER_REVIEW).steps().get(0).comment()).isEmpty();
    }

    @Test
    void movesStandInTheOrderOfTheirTimes() {
        assertThat(codes(desk.move(RAISED, DisputeState.UNDER_REVIEW, By.of("cho", "2026-02-03T08:59:59Z"), "")))
                .containsExactly("commission.dispute.time");
        assertThat(codes(desk.move(RAISED, DisputeState.ACCEPTED, CHO, "")))
                .containsExactly("commission.dispute.move", "commission.dispute.granted");
        assertThatThrownBy(() -> new Dispute.Step(DisputeState.ACCEPTED, CHO, Optional.empty(), Optional.empty()))
                .hasMessageContaining("an amount is granted exactly where a dispute is accepted");
        assertThatThrownBy(() -> RAISED.withReason(" ")).hasMessageContaining("must not be blank");
    }
}
