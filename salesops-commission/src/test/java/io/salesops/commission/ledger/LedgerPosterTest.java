package io.salesops.commission.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.core.crm.By;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.FiscalPeriod;
import java.util.List;
import java.util.Optional;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

class LedgerPosterTest {
    private static final FiscalPeriod JANUARY = LedgerArbitraries.month(1);
    private static final FiscalPeriod FEBRUARY = LedgerArbitraries.month(2);
    private static final By FINANCE = By.of("finance", "2026-02-28T12:00:00Z");
    private static final PostingTargets TARGETS = PostingTargets.builder()
            .payee(PayeeId.of("ana"))
            .plan(PlanId.of("ae-2026"))
            .addOrigins(JANUARY)
            .addKinds(Kind.EARNING)
            .addTargets(target("D-1", JANUARY, "100.00"))
            .build();

    private static PostingTarget target(String source, FiscalPeriod origin, String amount) {
        return new PostingTarget(Kind.EARNING, "new-business", source, origin, Amounts.of(amount, "USD"));
    }

    private static LedgerPoster into(FiscalPeriod open) {
        return LedgerPoster.of(open, "run " + open, FINANCE);
    }

    @Test
    void aLateChangeIsADifferenceWithItsOrigin() {
        ImmutableList<LedgerEntry> january = into(JANUARY).post(TARGETS, List.of());
        PostingTargets late = TARGETS.withTargets(target("D-1", JANUARY, "60.00"), target("D-2", JANUARY, "5.00"));
        ImmutableList<LedgerEntry> february = into(FEBRUARY).post(late, january);

        assertThat(january).extracting(LedgerEntry::amount).containsExactly(Amounts.of("100.00", "USD"));
        assertThat(february)
                .extracting(LedgerEntry::source, LedgerEntry::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("D-1", Amounts.of("-40.00", "USD")),
                        org.assertj.core.groups.Tuple.tuple("D-2", Amounts.of("5.00", "USD")));
        assertThat(february).allSatisfy(entry -> {
            assertThat(entry.origin()).isEqualTo(JANUARY);
            assertThat(entry.postedIn()).isEqualTo(FEBRUARY);
            assertThat(entry.run()).contains("run FY2026-M02");
        });
        assertThat(february)
                .extracting(entry -> entry.id().value())
                .containsExactly("run FY2026-M02/ana/1", "run FY2026-M02/ana/2");
    }

    @Test
    void whatHasNoTargetIsTakenOutAndWhatLiesOutsideIsLeftAlone() {
        LedgerEntry own = into(JANUARY).post(TARGETS, List.of()).get(0);
        List<LedgerEntry> others = List.of(
                own.withId(LedgerEntryId.of("1")).withRun(Optional.empty()).withReason("by hand"),
                own.withId(LedgerEntryId.of("2")).withPlan(PlanId.of("other")),
                own.withId(LedgerEntryId.of("3")).withPayee(PayeeId.of("ben")),
                own.withId(LedgerEntryId.of("4")).withKind(Kind.ADJUSTMENT),
                own.withId(LedgerEntryId.of("5")).withPostedIn(FEBRUARY).withOrigin(FEBRUARY));
        PostingTargets none = TARGETS.withTargets(List.of());

        assertThat(into(FEBRUARY).post(none, others)).isEmpty();
        assertThat(into(FEBRUARY).post(none, List.of(own)))
                .extracting(LedgerEntry::amount)
                .containsExactly(Amounts.of("-100.00", "USD"));
    }

    @Test
    void currenciesAreNeverAddedUp() {
        ImmutableList<LedgerEntry> dollars = into(JANUARY).post(TARGETS, List.of());
        PostingTargets euros = TARGETS.withTargets(
                new PostingTarget(Kind.EARNING, "new-business", "D-1", JANUARY, Amounts.of("100.00", "EUR")));
        assertThat(into(FEBRUARY).post(euros, dollars))
                .extracting(LedgerEntry::amount)
                .containsExactly(Amounts.of("100.00", "EUR"), Amounts.of("-100.00", "USD"));
        assertThat(LedgerView.of(dollars).balances()).containsOnlyKeys(Monetary.getCurrency("USD"));
    }

    @Test
    void periodsThatDoNotFitAreNamed() {
        PostingTargets later = TARGETS.withTargets(List.of())
                .withOrigins(ImmutableSortedSet.of(FEBRUARY))
                .withTargets(target("D-1", FEBRUARY, "1.00"));
        assertThatThrownBy(() -> into(JANUARY).post(later, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("origin FY2026-M02 of D-1 begins after the open period FY2026-M01");
        ImmutableList<LedgerEntry> february = into(FEBRUARY).post(TARGETS, List.of());
        assertThatThrownBy(() -> into(JANUARY).post(TARGETS, february))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is posted in FY2026-M02, after the open period FY2026-M01");
        assertThatThrownBy(() -> TARGETS.withTargets(target("D-1", FEBRUARY, "1.00")))
                .hasMessageContaining("is of none of the periods [FY2026-M01]");
        assertThatThrownBy(() -> LedgerPoster.of(JANUARY, " ", FINANCE)).hasMessageContaining("run must not be blank");
    }

    @Test
    void aViewFindsWhatCannotBe() {
        LedgerEntry draw = into(JANUARY)
                .post(TARGETS, List.of())
                .get(0)
                .withKind(Kind.DRAW_ADVANCE)
                .withId(LedgerEntryId.of("advance"));
        LedgerEntry recovered = draw.withKind(Kind.RECOVERY)
                .withId(LedgerEntryId.of("recovery"))
                .withPostedIn(FEBRUARY)
                .withAmount(Amounts.of("-100.01", "USD"));
        LedgerEntry reversal = draw.withKind(Kind.REVERSAL)
                .withId(LedgerEntryId.of("reversal"))
                .withAmount(Amounts.of("-1", "USD"));
        assertThat(LedgerView.of(List.of(draw, recovered.withAmount(Amounts.of("-100", "USD"))))
                        .check())
                .isEmpty();
        assertThat(LedgerView.of(List.of(draw, recovered, reversal, draw)).check())
                .extracting(Finding::code)
                .contains("commission.ledger.duplicate", "commission.accrual.negative");
        assertThat(LedgerView.of(List.of(draw, recovered)).check())
                .extracting(Finding::message)
                .containsExactly("at the end of FY2026-M02 payee ana owes of draws less than nothing: USD -0.01");
    }
}
