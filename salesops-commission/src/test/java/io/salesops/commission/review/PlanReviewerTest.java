package io.salesops.commission.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.Bonus;
import io.salesops.commission.plan.BonusStep;
import io.salesops.commission.plan.Clawback;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions;
import io.salesops.commission.plan.Measure;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.ResidualStep;
import io.salesops.commission.plan.Spiff;
import io.salesops.commission.plan.Tier;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.DatedRate;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RateTable;
import io.salesops.core.money.Rational;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReviewerTest {
    private static final DateRange YEAR = DateRange.of("2026-01-01", "2027-01-01");

    private static CommissionPlan plan(PlanRule... rules) {
        return CommissionPlan.builder()
                .id(PlanId.of("ae-2026"))
                .version("3")
                .effective(YEAR)
                .currency(Monetary.getCurrency("USD"))
                .addRules(rules)
                .build();
    }

    private static List<String> codes(PlanReview review) {
        return review.findings().stream().map(Finding::code).toList();
    }

    @Test
    void aPlanWithoutFaultHasACurveAndNoFindings() {
        PlanReview review = PlanReviewer.standard()
                .review(plan(PlanRule.Tiered.marginal(
                        "a", "bookings", Tier.to("100%", "5%"), Tier.to("125%", "8%"), Tier.beyond("10%"))));

        assertThat(review.findings()).isEmpty();
        assertThat(review.largestCliff()).isEmpty();
        assertThat(review.curve()).hasSize(22);
        PlanReview.Point full = review.curve().get(10);
        assertThat(full.attainment()).isEqualTo(Rate.ONE);
        assertThat(full.payout()).isEqualTo(Amounts.of("5000.00", "USD"));
        assertThat(full.marginal()).contains(Rate.of("5%"));
        PlanReview.Point last = review.curve().get(21);
        assertThat(last.attainment()).isEqualTo(Rate.of("200%"));
        assertThat(last.payout()).isEqualTo(Amounts.of("14500.00", "USD"));
        assertThat(last.marginal()).contains(Rate.of("10%"));
        assertThat(review.curve().get(0).marginal()).isEmpty();
        assertThat(review.explain()).startsWith("USD 5,000.00  anybody");
    }

    @Test
    void aRetroactiveBoundIsACliffWithWhatItsLastCentPays() {
        PlanReview review = PlanReviewer.standard()
                .review(plan(PlanRule.Tiered.retroactive(
                        "a", "bookings", Tier.to("1000000", "5%"), Tier.to("2000000", "7%"), Tier.beyond("8%"))));

        assertThat(codes(review)).containsExactly("review.tier.cliff", "review.tier.cliff");
        assertThat(review.findings().get(0).message())
                .isEqualTo("USD 0.01 of bookings beyond USD 1,000,000.00 pays USD 20,000.00, 2000000 times itself:"
                        + " the largest payout per unit of revenue");
        assertThat(review.findings().get(1).message()).contains("pays USD 20,000.00");
        assertThat(review.largestCliff()).hasValueSatisfying(cliff -> {
            assertThat(cliff.credited()).isEqualTo(Amounts.of("1000000.00", "USD"));
            assertThat(cliff.pays()).isEqualTo(Amounts.of("20000.00", "USD"));
            assertThat(cliff.unit()).isEqualTo(Amounts.of("0.01", "USD"));
        });
    }

    @Test
    void aCliffBelowATieIsFoundToo() {
        PlanReview review = PlanReviewer.standard()
                .review(plan(new Bonus(
                        "club",
                        "bookings",
                        Optional.empty(),
                        ImmutableList.of(BonusStep.at("100%", "5000"), BonusStep.above("120%", "4000")))));

        assertThat(codes(review)).containsExactly("review.rate.falls", "review.tier.cliff");
        assertThat(review.largestCliff().orElseThrow().credited()).isEqualTo(Amounts.of("99999.99", "USD"));
    }

    @Test
    void boundsThatEndInNinetyNineAndRatesThatFallAreNamed() {
        PlanReview review = PlanReviewer.standard()
                .review(plan(PlanRule.Tiered.marginal(
                        "a", "bookings", Tier.to("499.99", "25%"), Tier.to("2999.99", "30%"), Tier.beyond("20%"))));

        assertThat(codes(review))
                .containsExactly("review.tier.ninetyNine", "review.tier.ninetyNine", "review.rate.falls");
        assertThat(review.findings().get(0).path()).isEqualTo("/rules/0/tiers/0/upTo");
        assertThat(review.findings().get(0).message()).startsWith("bound 499.99 of rule a ends in 99");
        assertThat(review.findings().get(2).message())
                .isEqualTo("rule a pays 20% after 30%: more revenue is worth less");
    }

    @Test
    void aSpiffWithoutEndIsNamedUnlessItIsLimitedOrCapped() {
        PlanRule flat = PlanRule.Flat.of("a", "bookings", "5%");
        Measure logos = Measure.builder()
                .id("logos")
                .of("bookings")
                .counts(Measure.Counts.DEALS)
                .build();
        Spiff open = Spiff.of("spiff", "logos", "250");
        Spiff first =
                new Spiff("spiff", "logos", new BigDecimal("250"), Optional.empty(), Optional.empty(), Optional.of(10));
        Spiff once =
                new Spiff("spiff", "logos", new BigDecimal("250"), Optional.of(3), Optional.empty(), Optional.empty());
        Spiff each = new Spiff(
                "spiff", "logos", new BigDecimal("250"), Optional.of(3), Optional.of(Spiff.Per.N), Optional.empty());
        PlanReviewer reviewer = PlanReviewer.standard();

        assertThat(codes(reviewer.review(plan(flat, open).withMeasures(logos))))
                .containsExactly("review.spiff.uncapped");
        assertThat(codes(reviewer.review(plan(flat, each).withMeasures(logos))))
                .containsExactly("review.spiff.uncapped");
        assertThat(codes(reviewer.review(plan(flat, first).withMeasures(logos))))
                .isEmpty();
        assertThat(codes(reviewer.review(plan(flat, once).withMeasures(logos)))).isEmpty();
        assertThat(codes(reviewer.review(plan(flat, open, PlanRule.Cap.of("cap", "5000", "spiff"))
                        .withMeasures(logos))))
                .isEmpty();
        assertThat(codes(reviewer.review(
                        plan(flat, open, PlanRule.Cap.of("cap", "5000", "a")).withMeasures(logos))))
                .containsExactly("review.spiff.uncapped");
    }

    @Test
    void aLadderBesideTiersThatJumpIsNamed() {
        PlanReview review = PlanReviewer.standard()
                .review(plan(
                        PlanRule.Tiered.retroactive("a", "bookings", Tier.to("100%", "5%"), Tier.beyond("5%")),
                        new Clawback(
                                "back",
                                Clawback.Mode.LADDER,
                                ImmutableList.of(ResidualStep.to(6, "50%")),
                                Optional.empty())));

        assertThat(codes(review)).containsExactly("review.clawback.cliff");
    }

    @Test
    void whatDoesNotFitAroundThePlanIsFound() {
        CommissionPlan plan = plan(PlanRule.Tiered.marginal("a", "bookings", Tier.to("100%", "5%"), Tier.beyond("8%")));
        Hierarchy circle = Hierarchy.builder()
                .addLinks(
                        new Hierarchy.Reporting(RepId.of("ana"), RepId.of("ben"), YEAR),
                        new Hierarchy.Reporting(RepId.of("ben"), RepId.of("ana"), YEAR))
                .build();
        PlanReview review = PlanReviewer.standard()
                .review(
                        plan,
                        ReviewFacts.builder()
                                .addPayees(PayeeId.of("ana"), PayeeId.of("ben"))
                                .addQuotas(Quota.builder()
                                        .owner(RepId.of("ana"))
                                        .measure("bookings")
                                        .period(YEAR)
                                        .amount(Amounts.of("1000", "USD"))
                                        .build())
                                .hierarchy(circle)
                                .putSplits("D-1", ImmutableList.of(Rate.of("50%"), Rate.of("49.9%")))
                                .putSplits("D-2", ImmutableList.of(Rate.of("1/3"), Rate.of("2/3")))
                                .build());

        assertThat(codes(review)).contains("review.quota.missing", "review.split.whole");
        assertThat(codes(review)).anyMatch(code -> code.startsWith("crm.hierarchy"));
        assertThat(review.findings())
                .filteredOn(finding -> finding.code().equals("review.quota.missing"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("ben has no quota of bookings"));
        assertThat(review.findings())
                .filteredOn(finding -> finding.code().equals("review.split.whole"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("splits of deal D-1 sum to 99.9%"));
    }

    @ParameterizedTest(name = "{0} with a rate of {1}: {2}")
    @CsvSource({
        "PLAN_RATE, 2026-01-01, ''",
        "PLAN_RATE, 2026-01-02, on 2026-01-01",
        "EVENT_DATE, 2025-06-30, ''",
        "EVENT_DATE, 2026-01-02, on 2026-01-01",
        "PERIOD_END, 2026-01-31, ''",
        "PERIOD_END, 2026-02-01, on 2026-01-31"
    })
    void aRateThatCreditsWillNeedIsMissing(Conventions.RateDate by, LocalDate known, String missing) {
        CommissionPlan plan = plan(PlanRule.Flat.of("a", "bookings", "5%"))
                .withConventions(Conventions.builder().exchange(by).build());
        ReviewFacts facts = ReviewFacts.builder()
                .addCurrencies(Monetary.getCurrency("EUR"), plan.currency())
                .rates(RateTable.builder()
                        .id("ecb")
                        .addRates(new DatedRate(
                                Monetary.getCurrency("EUR"), plan.currency(), known, Rational.of(11, 10), "ecb"))
                        .build())
                .build();
        PlanReview review = PlanReviewer.standard().review(plan, facts);

        if (missing.isEmpty()) {
            assertThat(codes(review)).isEmpty();
        } else {
            assertThat(review.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo("review.exchange.missing");
                assertThat(finding.message()).contains("EUR to USD " + missing);
            });
        }
        assertThat(codes(PlanReviewer.standard()
                        .review(plan.withEffective(DateRange.before(LocalDate.of(2027, 1, 1))), facts)))
                .containsExactlyElementsOf(
                        by == Conventions.RateDate.PLAN_RATE ? List.of("review.exchange.missing") : List.of());
    }

    @Test
    void aPlanThatCannotBeUsedIsReviewedWithoutACurve() {
        PlanReview review =
                PlanReviewer.standard().review(plan(PlanRule.Tiered.marginal("a", "bookings", Tier.to("100%", "5%"))));

        assertThat(codes(review)).containsExactly("commission.tier.gap");
        assertThat(review.curve()).isEmpty();
        assertThat(review.explain()).contains("cannot be used");
    }
}
