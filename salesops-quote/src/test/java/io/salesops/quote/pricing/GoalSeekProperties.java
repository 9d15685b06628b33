package io.salesops.quote.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.finding.Checked;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.core.time.AsOf;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.WaterfallStep;
import io.salesops.quote.testkit.PricingArbitraries;
import io.salesops.quote.testkit.QuoteArbitraries;
import io.salesops.quote.testkit.QuoteArbitraries.Scenario;
import io.salesops.quote.testkit.ReachArbitraries;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class GoalSeekProperties {

    /** All hundred discounts of whole percent are priced, and the best is looked for by hand. */
    @Property(tries = 60)
    void theHeaderDiscountsFoundAreTheBestOfAll(
            @ForAll("scenarios") Scenario scenario,
            @ForAll("days") AsOf day,
            @ForAll @IntRange(min = 0, max = 1_100) int part,
            @ForAll boolean byDiscount) {
        QuotePricer pricer = QuotePricer.of(scenario.catalog(), scenario.policy(), scenario.book());
        PricedQuote priced = pricer.price(scenario.quote(), day).orThrow();
        ReachGoal goal = goal(priced, part, byDiscount);
        Reach reach = pricer.reach(priced, goal, ReachOptions.header().withPercentDecimals(0), day)
                .orThrow();
        hold(reach, goal, percent -> pricer.price(scenario.quote().withHeaderDiscount(Rate.ofPercent(percent)), day));
        JsonLaws.roundTrips(reach, Reach.class);
    }

    @Property(tries = 60)
    void theLineDiscountsFoundAreTheBestOfAll(
            @ForAll("scenarios") Scenario scenario,
            @ForAll("days") AsOf day,
            @ForAll @IntRange(min = 0, max = 1_100) int part,
            @ForAll boolean byDiscount) {
        Assume.that(scenario.policy().steps().stream().anyMatch(WaterfallStep.CustomerDiscount.class::isInstance));
        QuotePricer pricer = QuotePricer.of(scenario.catalog(), scenario.policy(), scenario.book());
        PricedQuote priced = pricer.price(scenario.quote(), day).orThrow();
        QuoteLine line = scenario.quote().lines().get(0);
        ReachGoal goal = goal(priced, part, byDiscount);
        Reach reach = pricer.reach(
                        priced, goal, ReachOptions.line(line.id().value()).withPercentDecimals(0), day)
                .orThrow();
        hold(reach, goal, percent -> {
            Quote changed = scenario.quote()
                    .withLines(scenario.quote().lines().stream()
                            .map(one -> one.id().equals(line.id()) ? one.withDiscount(Rate.ofPercent(percent)) : one)
                            .toList());
            return pricer.price(changed, day);
        });
    }

    /** With an amount off the quote a goal in whole minor units between two discounts is met to the last decimal. */
    @Property(tries = 60)
    void anAmountOffTheQuoteTakesTheRest(
            @ForAll("scenarios") Scenario scenario,
            @ForAll("days") AsOf day,
            @ForAll @IntRange(min = 0, max = 1_000) int part) {
        QuotePricer pricer = QuotePricer.of(scenario.catalog(), scenario.policy(), scenario.book());
        PricedQuote priced = pricer.price(scenario.quote(), day).orThrow();
        ReachGoal goal = goal(priced, part, false);
        Reach reach = pricer.reach(
                        priced,
                        goal,
                        ReachOptions.header().withPercentDecimals(0).withRoundingAmount(true),
                        day)
                .orThrow();
        if (reach.above().isPresent()) {
            Reached rounded = reach.rounded().orElseThrow();
            assertThat(rounded.net()).isEqualByComparingTo(((ReachGoal.Net) goal).net());
            assertThat(pricer.price(rounded.quote(), day).orThrow().net()).isEqualTo(rounded.net());
        }
        JsonLaws.roundTrips(reach, Reach.class);
    }

    private static ReachGoal goal(PricedQuote priced, int part, boolean byDiscount) {
        return byDiscount
                ? new ReachGoal.Discount(Rate.ratio(1_000L - part, 1_000))
                : new ReachGoal.Net(Amounts.of(
                        Amounts.number(priced.list())
                                .multiply(BigDecimal.valueOf(part, 3))
                                .setScale(priced.currency().getDefaultFractionDigits(), RoundingMode.DOWN),
                        priced.currency()));
    }

    private interface Pricing {
        Checked<PricedQuote> at(long percent);
    }

    private static void hold(Reach reach, ReachGoal goal, Pricing pricing) {
        Optional<Rational> below = Optional.empty();
        Optional<Rational> above = Optional.empty();
        Optional<Long> smallestBelow = Optional.empty();
        Optional<Long> smallestAbove = Optional.empty();
        for (long percent = 0; percent <= 100; percent++) {
            PricedQuote quote = pricing.at(percent).orThrow();
            Rational net = Amounts.exact(quote.net());
            Rational target = goal instanceof ReachGoal.Net fixed
                    ? Amounts.exact(fixed.net())
                    : Amounts.exact(quote.list())
                            .times(((ReachGoal.Discount) goal)
                                    .discount()
                                    .complement()
                                    .value());
            if (net.compareTo(target) <= 0
                    && below.map(one -> net.compareTo(one) > 0).orElse(true)) {
                below = Optional.of(net);
                smallestBelow = Optional.of(percent);
            }
            if (net.compareTo(target) >= 0
                    && above.map(one -> net.compareTo(one) < 0).orElse(true)) {
                above = Optional.of(net);
                smallestAbove = Optional.of(percent);
            }
        }
        assertThat(reach.below().map(one -> Amounts.exact(one.net()))).isEqualTo(below);
        assertThat(reach.above().map(one -> Amounts.exact(one.net()))).isEqualTo(above);
        assertThat(reach.below().map(Reached::discount)).isEqualTo(smallestBelow.map(Rate::ofPercent));
        assertThat(reach.above().map(Reached::discount)).isEqualTo(smallestAbove.map(Rate::ofPercent));
    }

    @Property(tries = 40)
    void goalsAndOptionsRoundTrip(@ForAll("goals") ReachGoal goal, @ForAll("options") ReachOptions options) {
        JsonLaws.roundTrips(goal, ReachGoal.class);
        JsonLaws.roundTrips(options, ReachOptions.class);
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return QuoteArbitraries.scenarios();
    }

    @Provide
    Arbitrary<AsOf> days() {
        return PricingArbitraries.asOf();
    }

    @Provide
    Arbitrary<ReachGoal> goals() {
        return ReachArbitraries.reachGoals();
    }

    @Provide
    Arbitrary<ReachOptions> options() {
        return ReachArbitraries.reachOptions();
    }
}
