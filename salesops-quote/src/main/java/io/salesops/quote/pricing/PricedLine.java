package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Explained;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.quote.catalog.Offering.Charge;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.PriceLevel;
import java.util.Objects;
import java.util.Optional;
import javax.money.MonetaryAmount;

/** A line with its waterfall from list to net. Immutable and thread-safe. */
public final class PricedLine implements Explained {
    private final QuoteLine line;
    private final Charge charge;
    private final Rational months;
    private final Optional<Rational> floor;
    private final Optional<Rational> unitCost;
    private final RuleRef book;
    private final ImmutableList<PriceStep> steps;
    private final MinorUnits money;
    private final HeaderTotals header;

    PricedLine(
            QuoteLine line,
            Charge charge,
            Rational months,
            Optional<Rational> floor,
            Optional<Rational> unitCost,
            RuleRef book,
            ImmutableList<PriceStep> steps,
            MinorUnits money,
            HeaderTotals header) {
        this.line = line;
        this.charge = charge;
        this.months = months;
        this.floor = floor;
        this.unitCost = unitCost;
        this.book = book;
        this.steps = steps;
        this.money = money;
        this.header = header;
    }

    /** Names the line within its quote. */
    public LineId id() {
        return line.id();
    }

    /** The line as the seller wrote it. */
    public QuoteLine line() {
        return line;
    }

    /** How its offering is charged. */
    public Charge charge() {
        return charge;
    }

    /** What the monthly price was multiplied with: the months of the term, or 1 where the line is charged once. */
    public Rational months() {
        return months;
    }

    /** The list price for quantity and term. */
    public MonetaryAmount list() {
        return money.amount(listMinor());
    }

    /** What the customer pays for quantity and term. */
    public MonetaryAmount net() {
        return money.amount(netMinor());
    }

    /** How far the net price is below the list price; absent where the list price is zero. */
    public Optional<Rate> discount() {
        return HeaderTotals.discount(listMinor(), netMinor());
    }

    /** The exact net price of one unit (and month, where it is charged by the month); absent for quantity 0. */
    public Optional<Rational> netUnit() {
        Rational units = Rational.of(line.quantity()).times(months);
        return units.signum() == 0
                ? Optional.empty()
                : Optional.of(money.exact(netMinor()).dividedBy(units));
    }

    /** The rounded price at a level: after the last step up to it in the order of the levels; the list price where no step acted. */
    public MonetaryAmount price(PriceLevel level) {
        long minor = listMinor();
        for (PriceStep step : steps) {
            if (step.level().compareTo(level) <= 0) {
                minor = step.minorAfter();
            }
        }
        return money.amount(level == PriceLevel.NET ? netMinor() : minor);
    }

    /** What quantity and term cost the seller, exactly; absent where the catalogue has no cost in a currency with a rate. */
    public Optional<Rational> cost() {
        return unitCost.map(cost -> cost.times(Rational.of(line.quantity())).times(months));
    }

    /** The share of the net price that its cost leaves; absent where there is no cost, or no price. */
    public Optional<Rate> margin() {
        return netMinor() == 0
                ? Optional.empty()
                : cost().map(cost -> Rate.ONE.minus(new Rate(cost.dividedBy(money.exact(netMinor())))));
    }

    /** The cost of one unit (and month, where it is charged by the month), in the currency of the quote. */
    public Optional<Rational> unitCost() {
        return unitCost;
    }

    /** The lowest {@link #netUnit()} that the price book allows, in the currency of the quote. */
    public Optional<Rational> floor() {
        return floor;
    }

    /** The steps that acted on this line: the list price first, the share of the header discount last. */
    public ImmutableList<PriceStep> steps() {
        return steps;
    }

    long listMinor() {
        return steps.get(0).minorAfter();
    }

    long netMinor() {
        return steps.get(steps.size() - 1).minorAfter();
    }

    RuleRef book() {
        return book;
    }

    @Override
    public Explanation explanation() {
        return new Explanation.Sum(
                "line " + line.id() + ", " + line.product() + " x "
                        + Figures.grouped(Rational.of(line.quantity()), 0) + ", " + line.term() + ", price book "
                        + book.document() + " " + book.version(),
                Quantity.of(
                        money.exact(netMinor()).decimal().orElseThrow(),
                        money.currency().getCurrencyCode()),
                steps.stream().map(PriceStep::explained).collect(ImmutableList.toImmutableList()));
    }

    /** The waterfall in English, with a last line that sets it beside its list price and the quote as a whole. */
    @Override
    public String explain() {
        String line = discount()
                .map(rate -> rate.signum() == 0 ? "at list price; " : Figures.percent(rate) + " below list; ")
                .orElse("");
        return explanation().text() + "\n  " + line + "quote " + money.currency() + " " + money.text(header.net())
                + " (list " + money.text(header.list())
                + header.discount()
                        .map(rate -> ", blended discount " + Figures.percent(rate))
                        .orElse("")
                + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PricedLine that
                && line.equals(that.line)
                && charge == that.charge
                && months.equals(that.months)
                && floor.equals(that.floor)
                && unitCost.equals(that.unitCost)
                && book.equals(that.book)
                && steps.equals(that.steps)
                && money.equals(that.money)
                && header.equals(that.header);
    }

    @Override
    public int hashCode() {
        return Objects.hash(line, steps);
    }

    @Override
    public String toString() {
        return "line " + line.id() + " " + net();
    }
}
