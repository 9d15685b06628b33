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
import io.salesops.core.money.Rational;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * A quote with the waterfall of every line; lines sum to the header in every field: list, each step, net.
 *
 * <p>Immutable and thread-safe. {@link #computedFrom()} fingerprints the quote each time it is asked.
 */
public final class PricedQuote implements Outcome {
    private final Lazy<Quote> quote;
    private final MinorUnits money;
    private final Lazy<ImmutableList<PricedLine>> lines;
    private final Lazy<ImmutableList<PriceStep>> steps;
    private final HeaderTotals totals;
    private final Lazy<ValueMetrics> metrics;
    private final ImmutableList<Finding> findings;
    private final Lazy<Provenance> provenance;
    private final @Nullable PricedState state;

    private PricedQuote(
            Lazy<Quote> quote,
            MinorUnits money,
            Lazy<ImmutableList<PricedLine>> lines,
            Lazy<ImmutableList<PriceStep>> steps,
            HeaderTotals totals,
            Lazy<ValueMetrics> metrics,
            ImmutableList<Finding> findings,
            Lazy<Provenance> provenance,
            @Nullable PricedState state) {
        this.quote = quote;
        this.money = money;
        this.lines = lines;
        this.steps = steps;
        this.totals = totals;
        this.metrics = metrics;
        this.findings = findings;
        this.provenance = provenance;
        this.state = state;
    }

    /** A quote that an engine has priced; what is not asked for is not made. */
    static PricedQuote of(PricedState state, List<Finding> findings) {
        Lazy<ImmutableList<PricedLine>> lines = Lazy.of(state::lines);
        return new PricedQuote(
                Lazy.of(state::quote),
                state.context().money(),
                lines,
                Lazy.of(() -> HeaderSteps.of(state, lines.get())),
                state.totals(),
                Lazy.of(() -> MetricsCalculation.of(
                        state.context().money(), state.context().policy().rounding(), lines.get())),
                ImmutableList.copyOf(findings),
                Lazy.of(state::provenance),
                state);
    }

    /** A quote as a document tells of it. */
    static PricedQuote read(
            Quote quote,
            MinorUnits money,
            ImmutableList<PricedLine> lines,
            ImmutableList<PriceStep> steps,
            HeaderTotals totals,
            ValueMetrics metrics,
            ImmutableList<Finding> findings,
            Provenance provenance) {
        return new PricedQuote(
                Lazy.made(quote),
                money,
                Lazy.made(lines),
                Lazy.made(steps),
                totals,
                Lazy.made(metrics),
                findings,
                Lazy.made(provenance),
                null);
    }

    /** What a later pricing of a changed line starts from; null where the quote was read from a document. */
    @Nullable
    PricedState state() {
        return state;
    }

    /** The quote as the seller wrote it. */
    public Quote quote() {
        return quote.get();
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
        return lines.get();
    }

    /**
     * Returns a line.
     *
     * @throws IllegalArgumentException if the quote has no such line
     */
    public PricedLine line(String id) {
        LineId wanted = LineId.of(id);
        if (state != null) {
            int index = state.index().indexOf(wanted);
            if (index >= 0) {
                return state.line(index);
            }
        }
        return lines().stream()
                .filter(line -> line.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("quote " + quote().id() + " has no line '" + id
                        + "'. Maybe it is one of "
                        + lines().stream().map(PricedLine::id).toList()));
    }

    /** What the lines of each group come to, in the order in which groups first appear; lines without group under "". */
    public ImmutableList<Subtotal> subtotals() {
        Map<String, long[]> sums = new LinkedHashMap<>();
        for (PricedLine line : lines()) {
            long[] sum = sums.computeIfAbsent(line.line().group().orElse(""), group -> new long[2]);
            sum[0] = Math.addExact(sum[0], line.listMinor());
            sum[1] = Math.addExact(sum[1], line.netMinor());
        }
        ImmutableList.Builder<Subtotal> subtotals = ImmutableList.builder();
        sums.forEach((group, sum) -> subtotals.add(new Subtotal(group, money.amount(sum[0]), money.amount(sum[1]))));
        return subtotals.build();
    }

    /** The share of the net price that costs leave; absent where a line has no cost, or nothing is paid. */
    public Optional<Rate> margin() {
        Rational cost = Rational.ZERO;
        for (PricedLine line : lines()) {
            if (line.cost().isEmpty()) {
                return Optional.empty();
            }
            cost = cost.plus(line.cost().get());
        }
        return totals.net() == 0
                ? Optional.empty()
                : Optional.of(Rate.ONE.minus(new Rate(cost.dividedBy(money.exact(totals.net())))));
    }

    /** The steps of the quote as a whole: each is the sum of the lines' steps under the same rule. */
    public ImmutableList<PriceStep> steps() {
        return steps.get();
    }

    /** What the quote is worth, by exact definition. */
    public ValueMetrics metrics() {
        return metrics.get();
    }

    @Override
    public Explanation explanation() {
        String subject = "quote " + quote().id() + " v" + quote().version() + ", " + lines().size()
                + (lines().size() == 1 ? " line" : " lines")
                + blendedDiscount()
                        .map(rate -> ", blended discount " + Figures.percent(rate))
                        .orElse("");
        return new Explanation.Sum(
                subject,
                Quantity.of(
                        money.exact(totals.net()).decimal().orElseThrow(),
                        money.currency().getCurrencyCode()),
                steps().stream().map(PriceStep::explained).collect(ImmutableList.toImmutableList()));
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
        return quote().hashCode();
    }

    @Override
    public String toString() {
        return "quote " + quote().id() + " v" + quote().version() + " " + net();
    }
}
