package io.salesops.commission.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.DayCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LedgerModelsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    @Test
    void eachKindOfReleaseHasItsCase() {
        ReleaseRule.Cases<String> names = new ReleaseRule.Cases<>() {
            @Override
            public String onDate(ReleaseRule.OnDate rule) {
                return "on " + rule.date();
            }

            @Override
            public String afterEarned(ReleaseRule.AfterEarned rule) {
                return "after " + rule.months() + " months " + rule.days() + " days";
            }

            @Override
            public String onInvoice(ReleaseRule.OnInvoice rule) {
                return "invoice " + rule.daysAfter();
            }

            @Override
            public String onCash(ReleaseRule.OnCash rule) {
                return "cash " + rule.daysAfter();
            }
        };
        assertThat(Stream.of(
                                new ReleaseRule.OnDate(DAY),
                                new ReleaseRule.AfterEarned(2, 3),
                                new ReleaseRule.OnInvoice(4),
                                new ReleaseRule.OnCash(5))
                        .map(rule -> rule.match(names)))
                .containsExactly("on 2026-01-31", "after 2 months 3 days", "invoice 4", "cash 5");
        assertThat(new ReleaseRule.OnDate(DAY).on(DAY.minusDays(9), ReleaseDates.NONE))
                .contains(DAY);
        assertThat(new ReleaseRule.OnCash(5).on(DAY, ReleaseDates.NONE.paidOn("2026-02-24")))
                .contains(LocalDate.of(2026, 3, 1));
        assertThat(new ReleaseRule.AfterEarned(0, 0).on(DAY, ReleaseDates.NONE)).contains(DAY);
    }

    @Test
    void eachKindOfClawbackHasItsCase() {
        ClawbackRule.Cases<String> names = new ClawbackRule.Cases<>() {
            @Override
            public String proRata(ClawbackRule.ProRata rule) {
                return rule.days().name();
            }

            @Override
            public String ladder(ClawbackRule.Ladder rule) {
                return rule.steps().size() + " steps";
            }
        };
        assertThat(new ClawbackRule.ProRata(DayCount.ACT_ACT_ICMA).<String>match(names))
                .isEqualTo("ACT/ACT ICMA");
        assertThat(new ClawbackRule.Ladder(ImmutableList.of(ClawbackRule.Rung.of(1, "0%"))).<String>match(names))
                .isEqualTo("1 steps");
        assertThatThrownBy(() -> new ClawbackRule.Ladder(
                        ImmutableList.of(ClawbackRule.Rung.of(3, "50%"), ClawbackRule.Rung.of(3, "25%"))))
                .hasMessageContaining("must ascend");
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
                        HoldRule.of("60%", new ReleaseRule.OnCash(0), "a"),
                        HoldRule.of("60%", new ReleaseRule.OnCash(0), "b"),
                        HoldRule.of("10%", new ReleaseRule.OnCash(0)))
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
