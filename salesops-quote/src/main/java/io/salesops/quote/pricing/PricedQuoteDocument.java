package io.salesops.quote.pricing;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rational;
import io.salesops.quote.catalog.Offering.Charge;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.PriceLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import javax.money.CurrencyUnit;

/** A priced quote as JSON: one currency for the document, decimals as strings. */
record PricedQuoteDocument(
        Quote quote,
        CurrencyUnit currency,
        Integer scale,
        ImmutableList<Line> lines,
        ImmutableList<Step> steps,
        ValueMetrics metrics,
        ImmutableList<Finding> findings,
        Provenance computedFrom) {

    /** A line; what the seller wrote stands in the quote. */
    record Line(
            LineId id,
            Charge charge,
            Rational months,
            Optional<Rational> floor,
            Optional<Rational> unitCost,
            RuleRef book,
            ImmutableList<Step> steps) {}

    /** A step; the price after it is the sum of the amounts up to it. */
    record Step(
            RuleRef rule,
            PriceLevel level,
            String label,
            ImmutableMap<String, String> inputs,
            BigDecimal amount,
            Rational exact) {

        static Step of(PriceStep step, int scale) {
            return new Step(
                    step.rule(),
                    step.level(),
                    step.label(),
                    step.inputs(),
                    BigDecimal.valueOf(step.minor(), scale),
                    step.exact());
        }
    }

    static PricedQuoteDocument of(PricedQuote priced) {
        MinorUnits money = priced.money();
        return new PricedQuoteDocument(
                priced.quote(),
                money.currency(),
                money.scale(),
                priced.lines().stream()
                        .map(line -> new Line(
                                line.id(),
                                line.charge(),
                                line.months(),
                                line.floor(),
                                line.unitCost(),
                                line.book(),
                                steps(line.steps(), money.scale())))
                        .collect(ImmutableList.toImmutableList()),
                steps(priced.steps(), money.scale()),
                priced.metrics(),
                priced.findings(),
                priced.computedFrom());
    }

    private static ImmutableList<Step> steps(ImmutableList<PriceStep> steps, int scale) {
        return steps.stream().map(step -> Step.of(step, scale)).collect(ImmutableList.toImmutableList());
    }

    PricedQuote pricedQuote() {
        MinorUnits money = new MinorUnits(currency, scale);
        checkArgument(
                lines.size() == quote.lines().size(),
                "a priced quote has the lines of its quote: %s and %s",
                lines.size(),
                quote.lines().size());
        ImmutableList<PriceStep> header = priceSteps(steps, money);
        HeaderTotals totals = new HeaderTotals(
                header.get(0).minorAfter(), header.get(header.size() - 1).minorAfter());
        ImmutableList.Builder<PricedLine> priced = ImmutableList.builder();
        long net = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            QuoteLine written = quote.lines().get(i);
            checkArgument(
                    line.id().equals(written.id()),
                    "line %s of a priced quote is %s in its quote",
                    line.id(),
                    written.id());
            PricedLine read = new PricedLine(
                    written,
                    line.charge(),
                    line.months(),
                    line.floor(),
                    line.unitCost(),
                    line.book(),
                    priceSteps(line.steps(), money),
                    money,
                    totals);
            net = Math.addExact(net, read.netMinor());
            priced.add(read);
        }
        checkArgument(net == totals.net(), "lines must sum to the header: %s and %s minor units", net, totals.net());
        return PricedQuote.read(quote, money, priced.build(), header, totals, metrics, findings, computedFrom);
    }

    private static ImmutableList<PriceStep> priceSteps(ImmutableList<Step> steps, MinorUnits money) {
        checkArgument(!steps.isEmpty(), "a waterfall starts with its list price: %s", steps);
        ImmutableList.Builder<PriceStep> read = ImmutableList.builder();
        long after = 0;
        PriceStep before = null;
        for (Step step : steps) {
            long minor = step.amount()
                    .setScale(money.scale(), RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .longValueExact();
            after = Math.addExact(after, minor);
            before = new PriceStep(
                    new StepRule(step.rule(), step.level()),
                    new Cause.Told(step.label(), step.inputs()),
                    money,
                    before,
                    after,
                    step.exact());
            read.add(before);
        }
        return read.build();
    }
}
