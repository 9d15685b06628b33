package io.salesops.quote.pricing;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.ProductId;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.LineFacts;
import io.salesops.quote.price.WaterfallStep;
import io.salesops.quote.pricing.ProductShelf.Sold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * The exact price of one line on its way from list to net, and what steps may do to it; serves one line after the other. Prices
 * are in minor units of the quote's currency. Not thread-safe.
 */
final class LinePrice {
    /** The list price of whole units, which needs nothing but the line. */
    static final Cause.OfLine LISTED = (line, context) ->
            new Cause.Booked("list", line.sold().list(), line.line(), line.sold(), null, context.converts(), context);

    /** The discount that the line asks for. */
    static final Cause.OfLine ASKED = (line, context) -> {
        Rational rate = line.line().discount().orElseThrow().value();
        return line.line()
                .reason()
                .map(reason -> new Cause.Rated("customer discount {rate}: {reason}", rate, "reason", reason))
                .orElseGet(() -> new Cause.Rated("customer discount {rate}", rate, "", ""));
    };

    private final QuoteContext context;
    private final BundleOptions options;
    private final MinorUnits money;
    private final RoundingMode mode;
    private final boolean hasPartner;
    private final boolean keepsList;
    private final boolean converts;
    private final TermMonths months;
    private final List<Finding> findings;
    /** What keeps no line from its price. */
    private final List<Finding> warnings = new ArrayList<>();

    private final Exact price = new Exact();
    private final Exact list = new Exact();

    private @Nullable QuoteLine line;
    private @Nullable Sold sold;
    private @Nullable PreparedEntry entry;
    private @Nullable LineFacts facts;
    private @Nullable Rational exactQuantity;
    private long wholeQuantity;
    /** What the lines come to of which the price is a percentage, in minor units. */
    private long others;

    LinePrice(QuoteContext context, BundleOptions options, List<Finding> findings) {
        this.context = context;
        this.options = options;
        this.findings = findings;
        this.money = context.money();
        this.mode = context.policy().rounding().mode();
        this.hasPartner = context.partner().isPresent();
        this.keepsList = context.policy().partnersOffList();
        this.converts = context.converts();
        this.months = new TermMonths(context.policy().dayCount());
    }

    /**
     * Begins a line with its list price; returns why.
     *
     * @param others what the lines come to of which its price is a percentage, in minor units
     */
    Cause begin(QuoteLine next, Sold product, long others) {
        this.line = next;
        this.sold = product;
        this.others = others;
        this.facts = null;
        wholeQuantity = wholeOf(next.quantity());
        exactQuantity = null;
        if (product.byMonth()) {
            months.count(next.term());
        } else {
            months.countOne();
        }
        Cause cause = listed(product.list(), "list");
        if (keepsList) {
            list.set(price);
        }
        return cause;
    }

    /** Whole units of up to 18 digits, or -1. */
    private static long wholeOf(BigDecimal quantity) {
        if (quantity.scale() == 0) {
            return quantity.precision() <= 18 ? quantity.longValue() : -1;
        }
        BigDecimal plain = Amounts.plain(quantity);
        return plain.scale() == 0 && plain.precision() <= 18 ? plain.longValue() : -1;
    }

    /** Sets the price of a price book. */
    private Cause listed(PreparedEntry entry, String what) {
        this.entry = entry;
        long scaled = wholeQuantity >= 0 ? entry.model().scaledPrice(wholeQuantity) : Long.MIN_VALUE;
        if (scaled >= 0 && entry.toMinor().wide() == null) {
            price.set(scaled, entry.toMinor().under());
            if (entry.toMinor().over() != 1) {
                price.times(entry.toMinor().over(), 1);
            }
            months.multiply(price);
            if (converts) {
                price.times(context.bookToQuote());
            }
            if (entry.entry().account().isEmpty()) {
                return LISTED;
            }
            return booked(entry, what, null, converts);
        }
        PriceFacts facts = facts(line(), entry);
        boolean exchanged = converts && !sold().ofTotal();
        setMonthly(entry.model().price(facts), exchanged);
        return booked(entry, what, facts, exchanged);
    }

    private Cause booked(PreparedEntry entry, String what, @Nullable PriceFacts facts, boolean exchanged) {
        return new Cause.Booked(what, entry, line(), sold(), facts, exchanged, context);
    }

    private PriceFacts facts(QuoteLine priced, PreparedEntry entry) {
        ListPrice model = entry.model();
        return new PriceFacts(
                quantity(),
                model.needsAmounts()
                        ? priced.amounts().stream()
                                .map(amount -> context.intoBook(amount).orElse(Rational.ZERO))
                                .collect(ImmutableList.toImmutableList())
                        : ImmutableList.of(),
                model.needsCost()
                        ? sold().offering().cost().flatMap(context::intoBook).orElse(Rational.ZERO)
                        : Rational.ZERO,
                money.exact(others));
    }

    QuoteLine line() {
        return checkNotNull(line);
    }

    Sold sold() {
        return checkNotNull(sold);
    }

    ProductId product() {
        return line().product();
    }

    boolean isOneTime() {
        return sold().oneTime();
    }

    boolean isWhole() {
        return wholeQuantity >= 0;
    }

    long wholeQuantity() {
        return wholeQuantity;
    }

    Rational quantity() {
        Rational quantity = exactQuantity;
        if (quantity == null) {
            quantity = Rational.of(line().quantity());
            exactQuantity = quantity;
        }
        return quantity;
    }

    /** What a monthly price is multiplied with; 1 where the price is for the whole. */
    Rational months() {
        return months.value();
    }

    /** What a unit price is multiplied with. */
    Rational units() {
        return quantity().times(months.value());
    }

    /** The exact price so far, in minor units. */
    Exact price() {
        return price;
    }

    /** Multiplies the price. */
    Cause cut(Exact.Ratio left, Cause cause) {
        price.times(left);
        return cause;
    }

    /** Takes an amount off the price, in minor units. */
    void reduce(Rational minors) {
        price.set(price.value().minus(minors));
    }

    @Nullable
    PromotionState promotion(String code) {
        return context.promotion(code);
    }

    /** The price that is contracted with the customer. */
    @Nullable
    Cause contracted() {
        ProductShelf shelf = sold().shelf();
        if (!shelf.hasContracts()) {
            return null;
        }
        return shelf.contracted(context.account(), context.date())
                .map(entry -> listed(entry, "contracted price"))
                .orElse(null);
    }

    /** What conditions are asked about. */
    LineFacts facts() {
        LineFacts known = facts;
        if (known == null) {
            known = context.facts(line());
            facts = known;
        }
        return known;
    }

    List<Finding> warnings() {
        return warnings;
    }

    /** Tells that a step did not act because nobody knows whether its condition holds. */
    void undecided(String step, Criteria<LineFacts> where) {
        String reasons = String.join("; ", where.judge(facts()).unknown());
        warnings.add(Finding.warning(
                        "quote.condition.unknown",
                        "",
                        "step " + step + " does not act on line " + line().id() + ": " + reasons)
                .maybe("Maybe price the quote with its account, or fill the field."));
    }

    /** The price that the line has as the option of a bundle. */
    @Nullable
    Cause bundled() {
        return options.priced(line())
                .map(held -> new OptionPrice(this, held).set())
                .orElse(null);
    }

    /** Sets what so many units cost by the entry that the price came from; returns the calculation. */
    String setListed(Rational units) {
        PreparedEntry own = checkNotNull(entry);
        PriceFacts asked = facts(line(), own).withQuantity(units);
        setMonthly(own.model().price(asked), converts && !(own.model() instanceof AmountPrice.PercentOfTotal));
        return own.model().calculation(asked, context.decimals());
    }

    /** Sets what an amount of any currency costs for each unit. */
    void setUnit(MonetaryAmount unit, Rational units) {
        setMonthly(context.intoQuote(unit).orElse(Rational.ZERO).times(units), false);
    }

    private void setMonthly(Rational monthly, boolean exchanged) {
        price.set(money.minors(monthly));
        months.multiply(price);
        if (exchanged) {
            price.times(context.exchange());
        }
    }

    /** What the seller asks for. */
    @Nullable
    Cause asked() {
        QuoteLine asking = line();
        if (asking.discount().isPresent()) {
            price.timesLeft(asking.discount().get().value());
            return ASKED;
        }
        if (asking.amountOff().isPresent()) {
            return asked(asking.amountOff().get(), asking);
        }
        return asking.unitPrice().map(unit -> set(unit, asking)).orElse(null);
    }

    private Cause asked(MonetaryAmount amount, QuoteLine asking) {
        Rational minors = money.minors(context.intoQuote(amount).orElse(Rational.ZERO));
        if (minors.compareTo(price.value()) > 0) {
            findings.add(Finding.error(
                            "quote.discount.aboveWhole",
                            "/amountOff",
                            "line " + asking.id() + " takes off " + amount + ", more than its price of "
                                    + money.text(price.round(mode)))
                    .maybe("Maybe it is meant for another line."));
        }
        reduce(minors);
        return told("customer discount of {amount}", "amount", amount.toString(), asking);
    }

    private Cause set(MonetaryAmount unit, QuoteLine asking) {
        Rational each = context.intoQuote(unit).orElse(Rational.ZERO);
        price.set(money.minors(each.times(units())));
        return told("unit price set to {unit}", "unit", unit.toString(), asking);
    }

    private static Cause told(String label, String name, String value, QuoteLine asking) {
        return asking.reason()
                .<Cause>map(
                        reason -> new Cause.Told(label + ": {reason}", ImmutableMap.of(name, value, "reason", reason)))
                .orElseGet(() -> new Cause.Told(label, ImmutableMap.of(name, value)));
    }

    /** The margin of a partner. */
    @Nullable
    Cause partner(WaterfallStep.PartnerDiscount step, Exact.Ratio left, Cause cause) {
        if (!hasPartner) {
            return null;
        }
        if (keepsList) {
            Rational rate = step.rate().value();
            price.set(price.value().minus(list.value().times(rate)));
            if (price.signum() < 0) {
                findings.add(Finding.error(
                        "quote.discount.aboveWhole",
                        "",
                        "partner discount " + step.id() + " takes " + step.rate() + " of the list price off line "
                                + line().id() + ", more than is left of it"));
            }
        }
        return keepsList ? cause : cut(left, cause);
    }

    /** Raises a price below the floor. */
    @Nullable
    Cause raiseToFloor() {
        Optional<Rational> floor = context.floor(sold());
        if (floor.isEmpty()) {
            return null;
        }
        Rational least = money.minors(floor.get().times(units()));
        if (price.value().compareTo(least) >= 0) {
            return null;
        }
        price.set(least);
        return new Cause.Told(
                "raised to the floor of {floor} a unit",
                ImmutableMap.of("floor", Figures.grouped(floor.get(), context.decimals())));
    }

    /** Lets the step act that leaves the lowest price. */
    @Nullable
    Cause best(ImmutableList<CompiledStep> members) {
        Exact before = new Exact();
        before.set(price);
        Exact lowest = new Exact();
        Cause best = null;
        String winner = "";
        List<String> others = new ArrayList<>();
        for (CompiledStep member : members) {
            price.set(before);
            Cause cause = member.act(this);
            if (cause == null) {
                continue;
            }
            String result = member.id() + " at " + money.text(price.round(mode));
            if (best == null || price.isBelow(lowest)) {
                if (best != null) {
                    others.add(winner);
                }
                best = cause;
                winner = result;
                lowest.set(price);
            } else {
                others.add(result);
            }
        }
        price.set(best == null ? before : lowest);
        return best == null || others.isEmpty() ? best : new Cause.Best(best, winner, String.join(", ", others));
    }
}
