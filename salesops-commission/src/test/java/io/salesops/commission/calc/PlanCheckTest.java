package io.salesops.commission.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions;
import io.salesops.commission.plan.Countable;
import io.salesops.commission.plan.Measure;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.TeamOverride;
import io.salesops.commission.plan.Tier;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rate;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

class PlanCheckTest {
    private static final PlanRule FLAT = PlanRule.Flat.of("flat", "bookings", "5%");

    private static CommissionPlan plan(PlanRule... rules) {
        return CommissionPlan.builder()
                .id(PlanId.of("p"))
                .version("1")
                .effective(DateRange.of("2026-01-01", "2027-01-01"))
                .currency(Monetary.getCurrency("USD"))
                .addRules(rules)
                .build();
    }

    private static List<String> found(CommissionPlan plan) {
        return CommissionCalculator.check(plan).stream()
                .map(finding -> finding.code() + " " + finding.path())
                .toList();
    }

    @Test
    void aGoodPlanHasNoFindings() {
        assertThat(found(plan(
                        PlanRule.Tiered.marginal("tiers", "bookings", Tier.to("100%", "5%"), Tier.beyond("10%")),
                        PlanRule.Gate.marginal("gate", "bookings", "50%", "tiers"),
                        PlanRule.Cap.of("cap", "5000.50"))))
                .isEmpty();
    }

    @Test
    void tiersMustAscendWithoutGapsAndEndOpen() {
        assertThat(found(plan(PlanRule.Tiered.marginal("t", "bookings", Tier.to("100%", "5%"), Tier.to("100%", "6%")))))
                .containsExactly("commission.tier.order /rules/0/tiers/1/upTo", "commission.tier.gap /rules/0/tiers");
        assertThat(found(plan(PlanRule.Tiered.marginal("t", "bookings", Tier.to("0%", "5%"), Tier.beyond("6%")))))
                .containsExactly("commission.tier.order /rules/0/tiers/0/upTo");
        assertThat(found(plan(PlanRule.Tiered.marginal("t", "bookings", Tier.beyond("5%"), Tier.to("100%", "6%")))))
                .containsExactly("commission.tier.afterUnbounded /rules/0/tiers/1");
        assertThat(found(plan(PlanRule.Tiered.marginal("t", "bookings"))))
                .containsExactly("commission.tier.none /rules/0/tiers");
        assertThat(found(plan(PlanRule.Tiered.marginal("t", "bookings", Tier.beyond("-5%")))))
                .containsExactly("commission.rate.negative /rules/0/tiers/0/rate");
    }

    @Test
    void everyFaultOfAPlanComesBackAtOnce() {
        CommissionPlan plan = plan(
                        FLAT,
                        PlanRule.Flat.of("flat", "renewals", "-1%"),
                        PlanRule.Gate.cliff("gate", "bookings", "0%", "missing"),
                        PlanRule.Cap.of("cap", "-0.001"),
                        PlanRule.Flat.of(" ", "services", "1%"))
                .withEffective(DateRange.of("2026-01-01", "2026-01-01"));

        assertThat(found(plan))
                .containsExactly(
                        "commission.plan.period /effective",
                        "commission.rule.duplicate /rules/1/id",
                        "commission.rate.negative /rules/1/rate",
                        "commission.rule.unknown /rules/2/on/0",
                        "commission.gate.bound /rules/2/atLeast",
                        "commission.cap.negative /rules/3/limit",
                        "commission.cap.scale /rules/3/limit",
                        "commission.rule.id /rules/4/id");
        assertThatThrownBy(() -> CommissionCalculator.of(plan))
                .isInstanceOfSatisfying(
                        FindingsException.class, e -> assertThat(e.findings()).hasSize(8));
        assertThat(CommissionCalculator.check(plan))
                .allSatisfy(finding -> assertThat(finding.remedy())
                        .hasValueSatisfying(remedy -> assertThat(remedy).startsWith("Maybe ")));
    }

    @Test
    void aPlanWithoutRulesThatPayIsRefused() {
        assertThat(found(plan(PlanRule.Cap.of("cap", "1")))).containsExactly("commission.plan.empty /rules");
    }

    @Test
    void aPlanInGoldNeedsAScale() {
        assertThat(found(plan(FLAT).withCurrency(Monetary.getCurrency("XAU"))))
                .containsExactly("commission.plan.scale /rounding/scale");
    }

    @Test
    void aMarginalGateBelongsToTheMeasureOfItsRules() {
        assertThat(found(plan(FLAT, PlanRule.Gate.marginal("gate", "margin", "20%"))))
                .containsExactly("commission.gate.measure /rules/1/measure");
    }

    @Test
    void capsThatShareRulesMustBeNested() {
        PlanRule a = PlanRule.Flat.of("a", "x", "1%");
        PlanRule b = PlanRule.Flat.of("b", "y", "1%");
        PlanRule c = PlanRule.Flat.of("c", "z", "1%");

        assertThat(found(plan(a, b, c, PlanRule.Cap.of("ab", "1", "a", "b"), PlanRule.Cap.of("bc", "1", "b", "c"))))
                .containsExactly("commission.cap.overlap /rules/4/on");
        assertThat(found(plan(a, b, c, PlanRule.Cap.of("ab", "1", "a", "b"), PlanRule.Cap.of("all", "1"))))
                .isEmpty();
    }

    @Test
    void twoRatesOnOneFigureAreRefusedUnlessThePlanSaysThatTheyAddUp() {
        CommissionPlan plan = plan(FLAT, PlanRule.Flat.of("bonus", "bookings", "1%"));
        CommissionPlan added = plan.withConventions(plan.conventions().withOverlap(Conventions.Overlap.ADDED));

        assertThat(found(plan)).containsExactly("commission.rule.overlap /rules/1");
        assertThatThrownBy(() -> CommissionCalculator.of(plan))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("bonus both pay a rate on measure bookings, and neither comes first");
        assertThat(found(added)).isEmpty();
    }

    @Test
    void aFigureIsWhatIsCountedWhateverItIsCalled() {
        Measure sales = Measure.builder()
                .id("sales")
                .of("bookings")
                .goal(new BigDecimal("9"))
                .build();
        Measure margin = sales.withId("sales").withCounts(Measure.Counts.MARGIN);
        Measure large = sales.withWhen(Countable.UNITS.atLeast(new BigDecimal("5")));
        CommissionPlan plan = plan(FLAT, PlanRule.Flat.of("other", "sales", "1%"));

        assertThat(found(plan.withMeasures(sales))).containsExactly("commission.rule.overlap /rules/1");
        assertThat(found(plan.withMeasures(margin))).isEmpty();
        assertThat(found(plan.withMeasures(large))).isEmpty();
    }

    @Test
    void rulesOfDifferentKindsDoNotCompete() {
        PlanRule target = new PlanRule.Tiered(
                "target",
                "bookings",
                PlanRule.TierMode.MARGINAL,
                ImmutableList.of(Tier.beyond("100%")),
                Optional.empty(),
                Optional.of(new BigDecimal("60000")),
                Optional.empty());
        PlanRule override = new TeamOverride("team", "bookings", Rate.of("1%"), TeamOverride.Mode.AMOUNT);
        PlanRule again = new TeamOverride("again", "bookings", Rate.of("1%"), TeamOverride.Mode.DIFFERENTIAL);

        assertThat(found(plan(FLAT, target, override))).isEmpty();
        assertThat(found(plan(FLAT, target, override, again))).containsExactly("commission.rule.overlap /rules/3");
    }

    @Test
    void theDocumentIsReadAsItIsWrittenByHand() {
        String json = """
                { "schema": "salesops/commission-plan/1", "id": "ae-2026", "version": "3",
                  "note": "Account executives, new business. Signed off 2026-01-12.",
                  "effective": {"from": "2026-01-01", "before": "2027-01-01"}, "currency": "USD",
                  "rules": [
                    {"kind": "tiered", "id": "new-business", "measure": "bookings", "mode": "marginal",
                     "tiers": [{"upTo": "100%", "rate": "50%"}, {"upTo": "125%", "rate": "75%"}, {"rate": "100%"}]},
                    {"kind": "gate", "id": "renewal-gate", "measure": "renewals", "atLeast": "20%", "mode": "cliff"},
                    {"kind": "cap", "id": "cap", "limit": "200000.00", "on": ["new-business"]}],
                  "conventions": {"tie": "lowerTier", "zeroQuota": "notCounted", "exchange": "planRate"},
                  "rounding": {"mode": "HALF_UP", "residue": "largestRemainder"} }""";
        CommissionPlan plan = SalesOpsJson.read(json, CommissionPlan.class).orThrow();

        assertThat(CommissionCalculator.check(plan)).isEmpty();
        assertThat(plan.rules())
                .containsExactly(
                        PlanRule.Tiered.marginal(
                                "new-business",
                                "bookings",
                                Tier.to("100%", "50%"),
                                Tier.to("125%", "75%"),
                                Tier.beyond("100%")),
                        PlanRule.Gate.cliff("renewal-gate", "renewals", "20%"),
                        PlanRule.Cap.of("cap", "200000", "new-business"));
        assertThat(SalesOpsJson.read(SalesOpsJson.write(plan), CommissionPlan.class)
                        .orThrow())
                .isEqualTo(plan);
    }

    @Test
    void aDocumentThatEndsBeforeItStartsOrLacksARateIsRefusedOnReading() {
        assertThat(SalesOpsJson.read("""
                        {"id": "p", "version": "1", "effective": {"from": "2027-01-01", "before": "2026-01-01"},
                         "currency": "USD", "rules": []}""", CommissionPlan.class).value()).isEmpty();
        assertThat(SalesOpsJson.read("{\"kind\": \"flat\", \"id\": \"f\", \"measure\": \"bookings\"}", PlanRule.class)
                        .value())
                .isEmpty();
    }
}
