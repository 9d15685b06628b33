package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Candidate;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.AsOf;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.money.MonetaryAmount;

/**
 * Looks for the discounts whose net prices are next to a goal.
 *
 * <p>A larger discount never makes a higher net price: each step of a waterfall, the header and rounding are monotone. So
 * the discounts of the grid are halved, and O(log grid) of them are priced. Where a price is a percentage of the net price of
 * other lines, a discount goal is measured by the list price that each discount makes.
 */
final class GoalSeek {
    private final QuotePricer pricer;
    private final PricedQuote start;
    private final ReachGoal goal;
    private final ReachOptions options;
    private final AsOf asOf;
    private final Rational unit;
    private final Map<Long, Optional<PricedQuote>> priced = new TreeMap<>();

    private GoalSeek(QuotePricer pricer, PricedQuote start, ReachGoal goal, ReachOptions options, AsOf asOf) {
        this.pricer = pricer;
        this.start = start;
        this.goal = goal;
        this.options = options;
        this.asOf = asOf;
        this.unit = MinorUnits.shift(-2 - options.percentDecimals());
    }

    static Checked<Reach> of(QuotePricer pricer, PricedQuote start, ReachGoal goal, ReachOptions options, AsOf asOf) {
        List<Finding> findings = check(start, goal, options);
        return findings.isEmpty()
                ? new GoalSeek(pricer, start, goal, options, asOf).reach()
                : Checked.refused(findings);
    }

    private static List<Finding> check(PricedQuote start, ReachGoal goal, ReachOptions options) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        options.line().ifPresent(line -> {
            if (start.quote().lines().stream().noneMatch(one -> one.id().equals(line))) {
                findings.add(Finding.error(
                                "quote.reach.line",
                                "/line",
                                "quote " + start.quote().id() + " has no line " + line)
                        .maybe("Maybe change the header discount."));
            }
        });
        if (goal instanceof ReachGoal.Margin && start.margin().isEmpty()) {
            findings.add(Finding.error(
                            "quote.reach.cost",
                            "/goal",
                            "the margin of quote " + start.quote().id()
                                    + " is not known: a line has no cost, or nothing" + " is paid")
                    .maybe("Maybe state the cost of every offering, or reach a net price."));
        }
        if (goal instanceof ReachGoal.Net net
                && !net.net()
                        .getCurrency()
                        .getCurrencyCode()
                        .equals(start.currency().getCurrencyCode())) {
            findings.add(Finding.error(
                            "quote.reach.currency",
                            "/goal/net",
                            "the goal is in " + net.net().getCurrency() + ", the quote in " + start.currency())
                    .maybe("Maybe convert the goal by the rate of the quote."));
        }
        return findings.build();
    }

    private Checked<Reach> reach() {
        long first = steps(options.least(), RoundingMode.CEILING);
        long last = steps(options.most(), RoundingMode.FLOOR);
        Checked<PricedQuote> without = price(first);
        if (without.value().isEmpty()) {
            return Checked.refused(without.findings());
        }
        // The first discount at which the price is at or below the goal; one too many where there is none.
        long below =
                firstWhere(first, last, at -> at.isEmpty() || excess(at.get()).signum() <= 0);
        Optional<PricedQuote> atBelow = below > last ? Optional.empty() : find(below);
        Optional<Reached> best = atBelow.map(quote -> reached(below, quote));
        Optional<Reached> above = best.filter(one -> one.residual().signum() == 0);
        if (above.isEmpty() && below > first) {
            PricedQuote lowest = find(below - 1).orElseThrow();
            long smallest = firstWhere(
                    first,
                    below - 1,
                    at -> at.isPresent()
                            && at.get().totals().net() <= lowest.totals().net());
            above = find(smallest).map(quote -> reached(smallest, quote));
        }
        return Checked.accepted(written(best, above));
    }

    private interface Test {
        boolean holds(Optional<PricedQuote> quote);
    }

    /** The first of the grid where a test holds that holds from there on. */
    private long firstWhere(long first, long last, Test test) {
        long low = first;
        long high = last + 1;
        while (low < high) {
            long middle = Math.floorDiv(low + high, 2);
            if (test.holds(find(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private long steps(Rate rate, RoundingMode mode) {
        return rate.value().dividedBy(unit).round(0, mode).longValueExact();
    }

    private Rate rate(long steps) {
        return new Rate(Rational.of(steps).times(unit));
    }

    private Optional<PricedQuote> find(long steps) {
        Optional<PricedQuote> known = priced.getOrDefault(steps, Optional.empty());
        return known.isPresent() || priced.containsKey(steps)
                ? known
                : price(steps).value();
    }

    private Checked<PricedQuote> price(long steps) {
        Checked<PricedQuote> result = options.line().isPresent()
                ? pricer.reprice(start, line(rate(steps)), asOf)
                : whole(start.quote().withHeaderDiscount(rate(steps)));
        priced.put(steps, result.value());
        return result;
    }

    private Checked<PricedQuote> whole(Quote quote) {
        return pricer.price(quote, start.state(), asOf);
    }

    private QuoteLine line(Rate rate) {
        QuoteLine line = start.quote().lines().stream()
                .filter(one -> options.line().filter(one.id()::equals).isPresent())
                .findFirst()
                .orElseThrow();
        return line.withAmountOff(Optional.empty())
                .withUnitPrice(Optional.empty())
                .discounted(rate, line.reason().orElse("to reach a goal"));
    }

    /** How far the net price is above what the goal asks for. */
    private Rational excess(PricedQuote quote) {
        MinorUnits money = quote.money();
        Rational net = money.exact(quote.totals().net());
        return goal.match(new ReachGoal.Cases<>() {
            @Override
            public Rational net(ReachGoal.Net target) {
                return net.minus(Amounts.exact(target.net()));
            }

            @Override
            public Rational margin(ReachGoal.Margin target) {
                Rational cost = Rational.ZERO;
                for (PricedLine line : quote.lines()) {
                    cost = cost.plus(line.cost().orElse(Rational.ZERO));
                }
                return net.minus(cost.dividedBy(target.margin().complement().value()));
            }

            @Override
            public Rational discount(ReachGoal.Discount target) {
                return net.minus(money.exact(quote.totals().list())
                        .times(target.discount().complement().value()));
            }
        });
    }

    private Reached reached(long steps, PricedQuote quote) {
        return new Reached(
                quote.quote(), rate(steps), quote.net(), excess(quote).negated());
    }

    /** Takes the rest off the quote, where it has no amount off yet and the rest is a number of minor units. */
    private Optional<Reached> rounded(Reached above) {
        Rational rest = above.residual().negated();
        Optional<BigDecimal> amount = rest.decimal()
                .filter(decimal -> decimal.scale() <= start.money().scale());
        if (above.quote().headerAmount().isPresent() || amount.isEmpty() || rest.signum() < 0) {
            return Optional.empty();
        }
        MonetaryAmount off = Amounts.of(amount.get(), start.currency());
        return whole(rest.signum() == 0 ? above.quote() : above.quote().withHeaderAmount(off))
                .value()
                .filter(quote -> excess(quote).signum() == 0)
                .map(quote -> new Reached(quote.quote(), above.discount(), quote.net(), Rational.ZERO));
    }

    private Reach written(Optional<Reached> below, Optional<Reached> above) {
        Optional<Reached> rounded = options.roundingAmount() ? above.flatMap(this::rounded) : Optional.empty();
        Reach.Builder reach = Reach.builder()
                .goal(goal)
                .options(options)
                .below(below)
                .above(above)
                .rounded(rounded)
                .computedFrom(Provenance.builder()
                        .from(start.computedFrom())
                        .engine("GoalSeek")
                        .build());
        String what = options.line().map(line -> "discount of line " + line).orElse("header discount");
        ImmutableList.Builder<Candidate> candidates = ImmutableList.builder();
        String chosen = rounded.isPresent() ? "rounded" : nearer(below, above);
        below.filter(one -> !above.equals(Optional.of(one)))
                .ifPresent(one -> candidates.add(candidate("below", chosen, what, one)));
        above.ifPresent(one -> candidates.add(candidate("above", chosen, what, one)));
        rounded.ifPresent(one -> candidates.add(candidate("rounded", chosen, what, one)));
        return reach.explanation(new Explanation.Choice(
                        "quote " + start.quote().id() + " towards its goal", Optional.of(chosen), candidates.build()))
                .build();
    }

    private static String nearer(Optional<Reached> below, Optional<Reached> above) {
        if (below.isEmpty() || above.isEmpty()) {
            return below.isEmpty() ? "above" : "below";
        }
        return below.get().residual().abs().compareTo(above.get().residual().abs()) < 0 ? "below" : "above";
    }

    private Candidate candidate(String id, String chosen, String what, Reached one) {
        return new Candidate(
                id,
                id.equals(chosen),
                new RuleRef("goal", "1", options.line().isPresent() ? "/line" : "/header"),
                ImmutableList.of(what + " " + Figures.percent(one.discount())),
                id.equals(chosen) ? Optional.empty() : Optional.of("misses the goal by " + one.residual()),
                Optional.of(
                        Quantity.of(Amounts.number(one.net()), start.currency().getCurrencyCode())));
    }
}
