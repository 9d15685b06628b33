package io.salesops.commission.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Release;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest(name = "{0} of a plan and {1} of a policy on {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "60% | 40% |       |",
                "60% | 41% |       | /rules/0 /rules/1 /rules/2",
                "60% | 41% | flat  | /rules/0",
                "60% | 41% | cap   | /rules/2",
                "1/3 | 2/3 |       |",
                "60% | 41% | hold  |"
            })
    void whatAPlanAndAPolicyHoldTogetherIsAtMostAll(String byPlan, String byPolicy, String on, String paths) {
        CommissionPlan plan = SalesOpsJson.read("""
                        {"schema": "salesops/commission-plan/1", "id": "p", "version": "1",
                         "effective": {"from": "2026-01-01", "before": "2027-01-01"}, "currency": "USD", "rules": [
                           {"kind": "flat", "id": "flat", "measure": "bookings", "rate": "10%"},
                           {"kind": "spiff", "id": "spiff", "measure": "logos", "amount": "5"},
                           {"kind": "cap", "id": "cap", "limit": "500", "on": []},
                           {"kind": "holdback", "id": "hold", "share": "SHARE",
                            "release": {"kind": "event", "measure": "cash"}, "on": []}]}""".replace("SHARE", byPlan), CommissionPlan.class)
                .orThrow();
        HoldPolicy policy = policy(on == null ? HoldRule.of(byPolicy, CASH) : HoldRule.of(byPolicy, CASH, on));

        assertThat(HoldSchedule.check(policy, plan))
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo("commission.hold.together"))
                .extracting(Finding::path)
                .containsExactlyElementsOf(paths == null ? List.of() : List.of(paths.split(" ")));
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
