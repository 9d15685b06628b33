package io.salesops.commission.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.commission.plan.Release;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerModelsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    @Test
    void aReleaseFallsOnItsDayHoweverEarlyItWasEarned() {
        assertThat(ReleaseDates.NONE.releases(new Release.On(DAY), DAY.minusDays(9)))
                .contains(DAY);
        assertThat(ReleaseDates.NONE
                        .paidOn("2026-02-24")
                        .releases(new Release.Event("cash", Optional.of(Period.ofDays(5))), DAY))
                .contains(LocalDate.of(2026, 3, 1));
        assertThat(ReleaseDates.NONE.releases(new Release.After(Period.ZERO), DAY))
                .contains(DAY);
    }

    @Test
    void eventsOfWhichNoDaysAreKnownAreRefused() {
        Release bookings = Release.Event.of("bookings");
        HoldPolicy policy = HoldPolicy.builder()
                .id("holds")
                .version("1")
                .addRules(HoldRule.of("10%", bookings))
                .build();
        assertThat(HoldSchedule.check(policy))
                .extracting(Finding::code, Finding::path)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("commission.hold.measure", "/rules/0/release/measure"));
        assertThat(ReleaseDates.NONE.paidOn("2026-02-24").releases(bookings, DAY))
                .isEmpty();
    }

    @Test
    void textsAreNotBlank() {
        Earned earned = Earned.builder()
                .component("new-business")
                .source("D-1")
                .origin(LedgerArbitraries.month(1))
                .on(DAY)
                .amount(Amounts.of("1.00", "USD"))
                .build();
        PostingTarget target = PostingTarget.builder()
                .kind(Kind.EARNING)
                .component(earned.component())
                .source(earned.source())
                .origin(earned.origin())
                .amount(earned.amount())
                .build();
        assertThat(target.amount()).isEqualTo(earned.amount());
        assertThatThrownBy(() -> new Earned(" ", "D-1", earned.origin(), DAY, earned.amount()))
                .hasMessageContaining("component of what was earned must not be blank");
        assertThatThrownBy(() -> new Earned("a", " ", earned.origin(), DAY, earned.amount()))
                .hasMessageContaining("source of what was earned must not be blank");
        assertThatThrownBy(() -> new PostingTarget(Kind.EARNING, " ", "D-1", earned.origin(), earned.amount()))
                .hasMessageContaining("component of a posting target must not be blank");
        assertThatThrownBy(() -> new PostingTarget(Kind.EARNING, "a", " ", earned.origin(), earned.amount()))
                .hasMessageContaining("source of a posting target must not be blank");
        assertThatThrownBy(() -> DisputeId.of(" ")).hasMessageContaining("dispute id must not be blank: ' '");
        assertThat(DisputeId.of("Q-1").compareTo(DisputeId.of("Q-2"))).isNegative();
        assertThat(LedgerEntryId.of("E-2").compareTo(LedgerEntryId.of("E-1"))).isPositive();
    }

    @Test
    void whatIsHeldOfACentIsNothing() {
        HoldPolicy policy = HoldPolicy.builder()
                .id("holds")
                .version("1")
                .addRules(
                        HoldRule.of("60%", Release.Event.of("cash"), "a"),
                        HoldRule.of("60%", Release.Event.of("cash"), "b"),
                        HoldRule.of("10%", Release.Event.of("cash")))
                .build();
        assertThat(HoldSchedule.check(policy))
                .as("each component has its own rules")
                .isEmpty();
        Earned cent = new Earned("c", "D-1", LedgerArbitraries.month(1), DAY, Amounts.of("0.01", "USD"));
        assertThat(HoldSchedule.of(policy).held(List.of(cent), Map.of())).isEmpty();
    }

    @Test
    void aFlowSaysWhereADisputeMayGo() {
        assertThat(DisputeFlow.STANDARD.next(DisputeState.OPEN))
                .containsExactly(DisputeState.UNDER_REVIEW, DisputeState.WITHDRAWN);
        assertThat(DisputeFlow.STANDARD.next(DisputeState.REJECTED)).isEmpty();
    }
}
