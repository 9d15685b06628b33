package io.salesops.quote.testkit;

import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.testkit.Members;
import io.salesops.core.testkit.MoneyArbitraries;
import io.salesops.core.time.AsOf;
import io.salesops.quote.pricing.PricedQuote;
import io.salesops.quote.pricing.QuotePricer;
import io.salesops.quote.pricing.Reach;
import io.salesops.quote.pricing.ReachGoal;
import io.salesops.quote.pricing.ReachOptions;
import io.salesops.quote.pricing.Reached;
import io.salesops.quote.pricing.ValueMetric;
import io.salesops.quote.pricing.ValueMetrics;
import io.salesops.quote.testkit.QuoteArbitraries.Scenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of goals for quotes, of what reaches them, and of measures of worth. */
public final class ReachArbitraries {
    private ReachArbitraries() {}

    /** Goals of every kind. */
    public static Arbitrary<ReachGoal> reachGoals() {
        Arbitrary<Rate> rates = Arbitraries.longs().between(-200, 999).map(part -> Rate.ratio(part, 1_000));
        return Arbitraries.oneOf(
                MoneyArbitraries.amounts().map(ReachGoal.Net::new),
                rates.map(ReachGoal.Margin::new),
                rates.map(ReachGoal.Discount::new));
    }

    /** Options for the header and for lines L0 to L2, with up to four decimals of a percentage. */
    public static Arbitrary<ReachOptions> reachOptions() {
        return Combinators.combine(
                        Arbitraries.of(ReachOptions.header(), ReachOptions.line("L0"), ReachOptions.line("L2")),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.longs().between(-20, 40).map(Rate::ofPercent),
                        Arbitraries.longs().between(40, 100).map(Rate::ofPercent),
                        Arbitraries.of(true, false))
                .as((options, decimals, least, most, rounding) -> options.withPercentDecimals(decimals)
                        .withLeast(least)
                        .withMost(most)
                        .withRoundingAmount(rounding));
    }

    /** Searches for net prices and discounts from nothing to more than the list price. */
    public static Arbitrary<Reach> reaches() {
        return Combinators.combine(
                        QuoteArbitraries.scenarios(),
                        PricingArbitraries.asOf(),
                        Arbitraries.longs().between(0, 1_100),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(true, false))
                .as((scenario, asOf, part, net, decimals, rounding) -> reach(
                        scenario,
                        asOf,
                        part,
                        net,
                        ReachOptions.header().withPercentDecimals(decimals).withRoundingAmount(rounding)));
    }

    private static Reach reach(Scenario scenario, AsOf asOf, long part, boolean net, ReachOptions options) {
        QuotePricer pricer = QuotePricer.of(scenario.catalog(), scenario.policy(), scenario.book());
        PricedQuote priced = pricer.price(scenario.quote(), asOf).orThrow();
        Rate rate = Rate.ratio(part, 1_000);
        ReachGoal goal = net
                ? new ReachGoal.Net(Amounts.of(
                        Amounts.number(priced.list())
                                .multiply(BigDecimal.valueOf(part, 3))
                                .setScale(priced.currency().getDefaultFractionDigits(), RoundingMode.DOWN),
                        priced.currency()))
                : new ReachGoal.Discount(rate.complement());
        return pricer.reach(priced, goal, options, asOf).orThrow();
    }

    /** Quotes that come near a goal. */
    public static Arbitrary<Reached> reached() {
        return Members.of(reaches().map(reach -> {
            List<Reached> some = new ArrayList<>();
            reach.below().ifPresent(some::add);
            reach.above().ifPresent(some::add);
            reach.rounded().ifPresent(some::add);
            return some;
        }));
    }

    /** Measures of priced quotes. */
    public static Arbitrary<ValueMetric> valueMetricParts() {
        return Members.of(PricingArbitraries.valueMetrics().map(ValueMetrics::all));
    }
}
