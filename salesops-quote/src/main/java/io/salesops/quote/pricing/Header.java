package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.quote.document.Quote;
import io.salesops.quote.price.MinimumOrder;
import io.salesops.quote.price.PricingPolicy;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What acts on the sum of the lines. Totals are there at once, shares of the lines when somebody asks for them. */
final class Header {
    private final QuoteContext context;
    private final LineState[] states;
    private final ImmutableList<HeaderStep> steps;
    private final long net;
    private final Lazy<long[][]> shares = Lazy.of(this::spread);

    private Header(QuoteContext context, LineState[] states, List<HeaderStep> steps, long net) {
        this.context = context;
        this.states = states;
        this.steps = ImmutableList.copyOf(steps);
        this.net = net;
    }

    /**
     * Calculates the totals.
     *
     * @param sum of the lines, in minor units
     */
    static Header of(QuoteContext context, LineState[] states, long sum, List<Finding> findings) {
        return new Run(context, states, sum, findings).run();
    }

    ImmutableList<HeaderStep> steps() {
        return steps;
    }

    /** What the customer pays, in minor units. */
    long net() {
        return net;
    }

    /** All steps of a line, its shares of the header last. */
    ImmutableList<PriceStep> steps(int line, LineRun run) {
        ImmutableList<PriceStep> own = states[line].steps(run);
        if (steps.isEmpty()) {
            return own;
        }
        ImmutableList.Builder<PriceStep> all = ImmutableList.builder();
        all.addAll(own);
        PriceStep before = own.get(own.size() - 1);
        MinorUnits money = context.money();
        long[][] columns = shares.get();
        for (int i = 0; i < steps.size(); i++) {
            before = new PriceStep(steps.get(i), money, before, columns[i][line]);
            all.add(before);
        }
        return all.build();
    }

    private long[][] spread() {
        long[] prices = new long[states.length];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = states[i].net();
        }
        long[][] columns = new long[steps.size()][];
        LineRun run = LineRun.again(context);
        for (int s = 0; s < columns.length; s++) {
            HeaderStep step = steps.get(s);
            Spread spread = new Spread(prices.clone(), i -> states[i].line().id());
            columns[s] = step.byResidue()
                    ? spread.byResidue(step.change(), i -> states[i].open(run))
                    : spread.byPrice(step.change());
            for (int i = 0; i < prices.length; i++) {
                prices[i] += columns[s][i];
            }
        }
        return columns;
    }

    /** One calculation. */
    private static final class Run {
        private final QuoteContext context;
        private final LineState[] states;
        private final List<Finding> findings;
        private final List<HeaderStep> steps = new ArrayList<>();
        private long net;

        Run(QuoteContext context, LineState[] states, long sum, List<Finding> findings) {
            this.context = context;
            this.states = states;
            this.net = sum;
            this.findings = findings;
        }

        Header run() {
            Quote quote = context.quote();
            if (context.policy().roundAt() == PricingPolicy.Place.QUOTE) {
                roundOnce();
            }
            quote.headerDiscount().ifPresent(this::discount);
            quote.headerAmount()
                    .flatMap(context::intoQuote)
                    .ifPresent(amount -> amountOff(context.money().minors(amount)));
            context.policy().minimumOrder().ifPresent(this::minimum);
            return new Header(context, states, steps, net);
        }

        private void add(HeaderStep step) {
            steps.add(step);
            net = Math.addExact(net, step.change());
        }

        private void roundOnce() {
            Rational exact = Rational.ZERO;
            LineRun run = LineRun.again(context);
            for (LineState state : states) {
                exact = exact.plus(state.open(run));
            }
            long change = exact.plus(Rational.of(net))
                            .round(0, context.policy().rounding().mode())
                            .longValueExact()
                    - net;
            if (change != 0) {
                add(new HeaderStep(
                        context.definitions().header("/roundAt"),
                        new Cause.Told(
                                "the sum is rounded once: {difference} over all lines",
                                ImmutableMap.of("difference", context.money().text(change))),
                        "sum rounded once",
                        change,
                        Rational.ZERO,
                        net,
                        true));
            }
        }

        private void discount(Rate rate) {
            Rational exact = Rational.of(net).times(rate.value());
            long discount = exact.round(0, context.policy().rounding().mode()).longValueExact();
            add(new HeaderStep(
                    context.definitions().header("/header"),
                    new Cause.Told(
                            "share of header discount {discount} ({rate})",
                            ImmutableMap.of("discount", context.money().text(discount), "rate", rate.toString())),
                    "header discount",
                    -discount,
                    exact.negated(),
                    net,
                    false));
        }

        private void amountOff(Rational minors) {
            long amount = minors.round(0, context.policy().rounding().mode()).longValueExact();
            if (amount > net) {
                findings.add(Finding.error(
                        "quote.discount.aboveWhole",
                        "/headerAmount",
                        "quote " + context.quote().id() + " takes off "
                                + context.money().text(amount) + ", more than its lines come to: "
                                + context.money().text(net)));
                return;
            }
            add(new HeaderStep(
                    context.definitions().header("/headerAmount"),
                    new Cause.Told(
                            "share of the amount {amount} off the quote",
                            ImmutableMap.of("amount", context.money().text(amount))),
                    "amount off the quote",
                    -amount,
                    minors.negated(),
                    net,
                    false));
        }

        private void minimum(MinimumOrder minimum) {
            Rational least = context.intoQuote(minimum.amount())
                    .map(context.money()::minors)
                    .orElse(Rational.ZERO);
            Rational missing = least.minus(Rational.of(net));
            if (missing.signum() <= 0) {
                return;
            }
            String message = "quote " + context.quote().id() + " comes to "
                    + context.money().text(net) + ", below the minimum order of " + minimum.amount();
            if (minimum.shortfall() == MinimumOrder.Shortfall.WARN) {
                findings.add(
                        Finding.warning("quote.order.belowMinimum", "", message).maybe("Maybe add to the quantities."));
            } else if (minimum.shortfall() == MinimumOrder.Shortfall.REFUSE || net == 0) {
                findings.add(Finding.error("quote.order.belowMinimum", "", message)
                        .maybe(
                                net == 0
                                        ? "Maybe give a line a price: a surcharge has nothing to be spread over."
                                        : "Maybe add to the quantities."));
            } else {
                long topUp = missing.round(0, RoundingMode.CEILING).longValueExact();
                add(new HeaderStep(
                        context.definitions().header("/minimumOrder"),
                        new Cause.Told(
                                "share of {amount} up to the minimum order of {minimum}",
                                ImmutableMap.of(
                                        "amount",
                                        context.money().text(topUp),
                                        "minimum",
                                        minimum.amount().toString())),
                        "minimum order",
                        topUp,
                        missing,
                        net,
                        false));
            }
        }
    }
}
