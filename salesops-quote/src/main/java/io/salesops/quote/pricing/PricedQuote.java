package io.salesops.quote.pricing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Rate;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import java.util.Optional;
import java.util.function.Supplier;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * A quote with the waterfall of every line; lines sum to the header in every field: list, each step, net.
 *
 * <p>Immutable and thread-safe. {@link #computedFrom()} fingerprints the quote each time it is asked.
 */
public final class PricedQuote implements Outcome {
    private final Quote quote;
    private final MinorUnits money;
    private final ImmutableList<PricedLine> lines;
    private final ImmutableList<PriceStep> steps;
    private final HeaderTotals totals;
    private final ValueMetrics metrics;
    private final ImmutableList<Finding> findings;
    private final Supplier<Provenance> provenance;

    PricedQuote(
            Quote quote,
            MinorUnits money,
            ImmutableList<PricedLine> lines,
            ImmutableList<PriceStep> steps,
            HeaderTotals totals,
            ValueMetrics metrics,
            ImmutableList<Finding> findings,
            Supplier<Provenance> provenance) {
        this.quote = quote;
        this.money = money;
        this.lines = lines;
        this.steps = steps;
        this.totals = totals;
        this.metrics = metrics;
        this.findings = findings;
        this.provenance = provenance;
    }

    /** The quote as the seller wrote it. */
    public Quote quote() {
        return quote;
    }

    /** The currency of all its amounts. */
    public CurrencyUnit currency() {
        return money.currency();
    }

    /** The sum of the list prices. */
    public MonetaryAmount list() {
        return money.amount(totals.list());
    }

    /** What the customer pays in all. */
    public MonetaryAmount net() {
        return money.amount(totals.net());
    }

    /** How far the net price is below the list price over all lines; absent where the list price is zero. */
    public Optional<Rate> blendedDiscount() {
        return totals.discount();
    }

    /** The lines, in the order of the quote. */
    public ImmutableList<PricedLine> lines() {
        return lines;
    }

    /**
     * Returns a line.
     *
     * @throws IllegalArgumentException if the quote has no such line
     */
    public PricedLine line(String id) {
        LineId wanted = LineId.of(id);
        return lines.stream()
                .filter(line -> line.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("quote " + quote.id() + " has no line '" + id
                        + "'. Maybe it is one of "
                        + lines.stream().map(PricedLine::id).toList()));
    }

    /** The steps of the quote as a whole: each is the sum of the lines' steps under the same rule. */
    public ImmutableList<PriceStep> steps() {
        return steps;
    }

    /** What the quote is worth, by exact definition. */
    public ValueMetrics metrics() {
        return metrics;
    }

    @Override
    public Explanation explanation() {
        String subject = "quote " + quote.id() + " v" + quote.version() + ", " + lines.size()
                + (lines.size() == 1 ? " line" : " lines")
                + blendedDiscount()
                        .map(rate -> ", blended discount " + Figures.percent(rate))
                        .orElse("");
        return new Explanation.Sum(
                subject,
                Quantity.of(
                        money.exact(totals.net()).decimal().orElseThrow(),
                        money.currency().getCurrencyCode()),
                steps.stream().map(PriceStep::explained).collect(ImmutableList.toImmutableList()));
    }

    @Override
    public Provenance computedFrom() {
        return provenance.get();
    }

    @Override
    public ImmutableList<Finding> findings() {
        return findings;
    }

    /** Nothing is ever left out: a quote is priced as a whole or refused. */
    @Override
    public ImmutableList<Omission> omitted() {
        return ImmutableList.of();
    }

    MinorUnits money() {
        return money;
    }

    HeaderTotals totals() {
        return totals;
    }

    @JsonValue
    PricedQuoteDocument document() {
        return PricedQuoteDocument.of(this);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PricedQuote of(PricedQuoteDocument document) {
        return document.pricedQuote();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PricedQuote that && document().equals(that.document());
    }

    @Override
    public int hashCode() {
        return quote.hashCode();
    }

    @Override
    public String toString() {
        return "quote " + quote.id() + " v" + quote.version() + " " + net();
    }
}
