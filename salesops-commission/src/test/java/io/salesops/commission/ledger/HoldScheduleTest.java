package io.salesops.commission.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class HoldScheduleTest {
    private static final Release CASH = Release.Event.of("cash");

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
        assertThatThrownBy(() -> new Release.After(Period.ofDays(-1))).hasMessageContaining("P-1D");
        assertThatThrownBy(() -> new Release.Event("invoices", Optional.of(Period.ofDays(-2))))
                .hasMessageContaining("must not be before what it depends on: P-2D");
        LocalDate lastOfJanuary = LocalDate.of(2026, 1, 31);
        Release invoiced = new Release.Event("invoices", Optional.of(Period.ofDays(3)));
        assertThat(ReleaseDates.NONE.releases(new Release.After(Period.ofMonths(1)), lastOfJanuary))
                .contains(LocalDate.of(2026, 2, 28));
        assertThat(ReleaseDates.NONE.invoicedOn("2026-02-01").releases(invoiced, lastOfJanuary))
                .contains(LocalDate.of(2026, 2, 4));
        assertThat(ReleaseDates.NONE.paidOn("2026-02-01").releases(invoiced, lastOfJanuary))
                .isEmpty();
    }
}
