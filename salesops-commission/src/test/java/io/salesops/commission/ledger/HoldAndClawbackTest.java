package io.salesops.commission.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoldAndClawbackTest {
    private static final ReleaseRule CASH = new ReleaseRule.OnCash(0);
    private static final DateRange YEAR = DateRange.of("2026-01-31", "2027-01-31");
    private static final ClawbackRule LADDER = new ClawbackRule.Ladder(ImmutableList.of(
            ClawbackRule.Rung.of(3, "100%"), ClawbackRule.Rung.of(6, "50%"), ClawbackRule.Rung.of(12, "25%")));

    private static HoldPolicy policy(HoldRule... rules) {
        return HoldPolicy.builder().id("holds").version("1").addRules(rules).build();
    }

    @Test
    void rulesThatHoldMoreThanAllAreRefusedByComponent() {
        HoldPolicy over = policy(HoldRule.of("60%", CASH), HoldRule.of("50%", CASH, "renewals"));
        assertThat(HoldSchedule.check(over))
                .extracting(Finding::code, Finding::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "commission.hold.share", "rules hold more than 100% of component renewals"));
        assertThatThrownBy(() -> HoldSchedule.of(over)).hasMessageContaining("commission.hold.share");
        assertThat(HoldSchedule.check(policy(HoldRule.of("60%", CASH), HoldRule.of("41%", CASH))))
                .hasSize(1);
        assertThat(HoldSchedule.check(policy(HoldRule.of("100%", CASH)))).isEmpty();
        assertThatThrownBy(() -> HoldRule.of("0%", CASH)).hasMessageContaining("above 0% and up to 100%: 0%");
        assertThatThrownBy(() -> HoldRule.of("101%", CASH)).hasMessageContaining("101%");
    }

    @Test
    void aRuleHoldsItsComponentsOnly() {
        HoldSchedule schedule = HoldSchedule.of(policy(HoldRule.of("30%", CASH, "renewals")));
        Earned earned = new Earned(
                "new-business",
                "D-1",
                LedgerArbitraries.month(1),
                LocalDate.of(2026, 1, 5),
                Amounts.of("100.00", "USD"));
        assertThat(schedule.held(List.of(earned), Map.of())).isEmpty();
    }

    @Test
    void releaseIsNeverBeforeWhatItDependsOn() {
        assertThatThrownBy(() -> new ReleaseRule.AfterEarned(0, -1)).hasMessageContaining("0 months and -1 days");
        assertThatThrownBy(() -> new ReleaseRule.OnInvoice(-1)).hasMessageContaining("-1 days after the invoice");
        assertThatThrownBy(() -> new ReleaseRule.OnCash(-2)).hasMessageContaining("-2 days after the payment");
        LocalDate lastOfJanuary = LocalDate.of(2026, 1, 31);
        assertThat(new ReleaseRule.AfterEarned(1, 0).on(lastOfJanuary, ReleaseDates.NONE))
                .contains(LocalDate.of(2026, 2, 28));
        assertThat(new ReleaseRule.OnInvoice(3).on(lastOfJanuary, ReleaseDates.NONE.invoicedOn("2026-02-01")))
                .contains(LocalDate.of(2026, 2, 4));
        assertThat(new ReleaseRule.OnInvoice(3).on(lastOfJanuary, ReleaseDates.NONE.paidOn("2026-02-01")))
                .isEmpty();
    }

    @Test
    void aLadderGoesDownOnTheDaysOfItsMonths() {
        assertThat(LADDER.share(YEAR, LocalDate.of(2026, 4, 29))).isEqualTo(Rate.of("100%"));
        assertThat(LADDER.share(YEAR, LocalDate.of(2026, 4, 30))).isEqualTo(Rate.of("50%"));
        assertThat(LADDER.share(YEAR, LocalDate.of(2026, 7, 31))).isEqualTo(Rate.of("25%"));
        assertThat(LADDER.share(YEAR, LocalDate.of(2027, 1, 31))).isEqualTo(Rate.ZERO);
        assertThat(LADDER.of(Amounts.of("0.05", "USD"), YEAR, LocalDate.of(2026, 5, 1), RoundingPolicy.halfUp()))
                .isEqualTo(Amounts.of("-0.03", "USD"));
        assertThatThrownBy(() -> new ClawbackRule.Ladder(
                        ImmutableList.of(ClawbackRule.Rung.of(6, "50%"), ClawbackRule.Rung.of(3, "100%"))))
                .hasMessageContaining("must ascend");
        assertThatThrownBy(() -> new ClawbackRule.Ladder(ImmutableList.of())).hasMessageContaining("needs a step");
        assertThatThrownBy(() -> ClawbackRule.Rung.of(0, "50%")).hasMessageContaining("must be positive: 0");
        assertThatThrownBy(() -> ClawbackRule.Rung.of(1, "150%")).hasMessageContaining("150%");
    }

    @Test
    void proRataTakesBackWhatWasNotServed() {
        DateRange year = DateRange.of("2026-01-01", "2027-01-01");
        ClawbackRule rule = ClawbackRule.ProRata.byMonths();
        assertThat(rule.share(year, LocalDate.of(2026, 1, 1))).isEqualTo(Rate.ONE);
        assertThat(rule.share(year, LocalDate.of(2026, 10, 1))).isEqualTo(Rate.of("25%"));
        assertThat(rule.share(year, LocalDate.of(2027, 1, 1))).isEqualTo(Rate.ZERO);
        assertThat(rule.share(year, LocalDate.of(2028, 1, 1))).isEqualTo(Rate.ZERO);
    }
}
