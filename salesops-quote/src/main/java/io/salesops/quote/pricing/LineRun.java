package io.salesops.quote.pricing;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.ProductId;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import io.salesops.quote.pricing.ProductShelf.Sold;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * Walks the lines of one quote from list to net, one after the other: the exact price goes on from step to step, and each
 * step's amount is the difference of the rounded prices after and before it. So rounding never accumulates, and
 * percentages commute. Prices are in minor units of the quote's currency. Not thread-safe.
 */
final class LineRun {
    /** The list price of whole units, which needs nothing but the line. */
    private static final Cause.OfLine LISTED = (line, context) -> new Cause.Booked(
            "list",
            line.sold().list(),
            line.line().quantity(),
            null,
            line.months(),
            line.byMonth(),
            context.converts() ? Optional.of(context.exchange()) : Optional.empty(),
            context.decimals());

    /** The discount that the line asks for. */
    private static final Cause.OfLine ASKED = (line, context) -> {
        Rational rate = line.line().discount().orElseThrow().value();
        return line.line()
                .reason()
                .map(reason -> new Cause.Rated("customer discount {rate}: {reason}", rate, "reason", reason))
                .orElseGet(() -> new Cause.Rated("customer discount {rate}", rate, "", ""));
    };

    /** Lines whose steps share columns: few enough to keep little alive, many enough to save objects. */
    private static final int BLOCK = 128;

    private final QuoteContext context;
    private final CompiledStep[] steps;
    private final boolean keepsList;
    private final boolean hasPartner;
    private final Shortcut[] shortcuts;
    private final boolean hasShortcuts;
    private final MinorUnits money;
    private final RoundingMode mode;
    private final boolean byUnit;
    private final TermMonths termMonths;
    private final Exact price = new Exact();
    private final Exact list = new Exact();
    private final List<Finding> findings;
    private final int lines;
    private LineState.Columns columns;

    private @Nullable QuoteLine line;
    private @Nullable Sold sold;
    private @Nullable Rational exactQuantity;
    private long wholeQuantity;
    private Exact.Ratio months = Exact.Ratio.ONE;

    /**
     * Prepares a run.
     *
     * @param lines how many lines will be priced
     */
    LineRun(QuoteContext context, int lines, List<Finding> findings) {
        this.context = context;
        this.steps = context.steps().toArray(new CompiledStep[0]);
        this.money = context.money();
        PricingPolicy policy = context.policy();
        this.mode = policy.rounding().mode();
        this.shortcuts = context.shortcuts().toArray(new Shortcut[0]);
        this.hasShortcuts = mode == RoundingMode.HALF_UP && policy.roundAt() != PricingPolicy.Place.UNIT;
        this.hasPartner = context.partner().isPresent();
        this.keepsList = policy.partnersOffList();
        this.byUnit = policy.roundAt() == PricingPolicy.Place.UNIT;
        this.termMonths = new TermMonths(policy.dayCount());
        this.findings = findings;
        this.lines = Math.min(lines, BLOCK);
        this.columns = new LineState.Columns(this.lines, steps.length);
    }

    /**
     * Prices a line.
     *
     * @param others what the lines come to of which its price is a percentage, in minor units
     * @throws ArithmeticException if an amount needs more than 63 bits
     */
    LineState price(QuoteLine next, Sold product, int position, long others) {
        line = next;
        sold = product;
        BigDecimal quantity = next.quantity();
        wholeQuantity = wholeOf(quantity);
        exactQuantity = null;
        boolean byMonth = byMonth(product);
        months = byMonth ? termMonths.months(next.term()) : Exact.Ratio.ONE;
        int findingsBefore = findings.size();
        Cause cause = listed(product.list(), "list", others);
        if (keepsList) {
            list.set(price);
        }
        if (columns.isFull()) {
            columns = new LineState.Columns(lines, steps.length);
        }
        columns.drop();
        columns.step(0, rounded(), price, cause);
        for (int i = hasShortcuts ? shortcuts() : 0; i < steps.length; i++) {
            Cause why = steps[i].act(this);
            if (why != null) {
                columns.step(i + 1, rounded(), price, why);
            }
        }
        if (findings.size() > findingsBefore) {
            locate(position, findingsBefore);
        }
        return columns.line(next, product, months, byMonth);
    }

    /**
     * Takes the first steps that need no call, with the price in two local numbers; returns the position of the first step that is
     * left, because it must be called or because its product would not fit.
     */
    private int shortcuts() {
        if (price.wide() != null || wholeQuantity < 0) {
            return 0;
        }
        long over = price.over();
        long under = price.under();
        int done = 0;
        for (; done < shortcuts.length; done++) {
            Shortcut shortcut = shortcuts[done];
            if (shortcut.kind() == Shortcut.Kind.QUANTITY) {
                shortcut = shortcut.tier(wholeQuantity);
            }
            long factor = shortcut.over();
            long divisor = shortcut.under();
            Cause why = shortcut.cause();
            if (shortcut.kind() == Shortcut.Kind.SKIP) {
                continue;
            } else if (shortcut.kind() == Shortcut.Kind.ASKED) {
                Optional<Rate> asked = line().discount();
                if (asked.isEmpty()) {
                    if (line().amountOff().isPresent() || line().unitPrice().isPresent()) {
                        break;
                    }
                    continue;
                }
                BigInteger part = asked.get().value().numerator();
                BigInteger whole = asked.get().value().denominator();
                if (part.signum() < 0 || whole.bitLength() >= Long.SIZE - 1) {
                    break;
                }
                divisor = whole.longValue();
                factor = divisor - part.longValue();
                why = ASKED;
            }
            long top = over * factor;
            long bottom = under * divisor;
            boolean fits = why != null
                    && Math.multiplyHigh(over, factor) == 0
                    && Math.multiplyHigh(under, divisor) == 0
                    && (top | bottom) >= 0;
            if (!fits) {
                break;
            }
            over = top;
            under = bottom;
            long whole = over / under;
            long rest = over - whole * under;
            columns.step(done + 1, rest >= under - rest ? whole + 1 : whole, over, under, checkNotNull(why));
        }
        price.set(over, under);
        return done;
    }

    private void locate(int position, int from) {
        for (int i = from; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            findings.set(
                    i,
                    Finding.builder()
                            .from(finding)
                            .path("/lines/" + position + finding.path())
                            .build());
        }
    }

    /** Whole units of up to 18 digits, or -1. */
    private static long wholeOf(BigDecimal quantity) {
        if (quantity.scale() == 0) {
            return quantity.precision() <= 18 ? quantity.longValue() : -1;
        }
        BigDecimal plain = Amounts.plain(quantity);
        return plain.scale() == 0 && plain.precision() <= 18 ? plain.longValue() : -1;
    }

    /** Whether the price is for a month; a percentage of other lines is for their whole terms already. */
    private static boolean byMonth(Sold product) {
        return !product.oneTime() && !(product.list().model() instanceof AmountPrice.PercentOfTotal);
    }

    private long rounded() {
        return byUnit ? roundedByUnit() : price.round(mode);
    }

    private long roundedByUnit() {
        Rational units = units();
        if (units.signum() == 0) {
            // Of nothing there is no unit price: what it costs are flat fees, and those are rounded as they are.
            return price.round(mode);
        }
        Rational unit = Rational.of(money.major(price.value())
                .dividedBy(units)
                .round(context.policy().unitScale().orElse(money.scale()), mode));
        // The product is whole in minor units but for fractional quantities and finer unit prices.
        return money.round(unit.times(units), mode);
    }

    /** Sets the price of a price book. */
    private Cause listed(PreparedEntry entry, String what, long others) {
        QuoteLine priced = line();
        PriceFacts facts = null;
        long scaled = wholeQuantity >= 0 ? entry.model().scaledPrice(wholeQuantity) : Long.MIN_VALUE;
        boolean ofTotal = entry.model() instanceof AmountPrice.PercentOfTotal;
        if (scaled >= 0 && entry.toMinor().wide() == null) {
            price.set(scaled, entry.toMinor().under());
            if (entry.toMinor().over() != 1) {
                price.times(entry.toMinor().over(), 1);
            }
            if (!months.isOne()) {
                price.times(months);
            }
            if (context.converts()) {
                price.times(context.bookToQuote());
            }
        } else {
            facts = facts(priced, entry, others);
            price.set(money.minors(entry.model().price(facts)));
            price.times(months);
            if (context.converts() && !ofTotal) {
                price.times(context.exchange());
            }
        }
        if (facts == null && entry.entry().account().isEmpty()) {
            return LISTED;
        }
        return new Cause.Booked(
                what,
                entry,
                priced.quantity(),
                facts,
                months,
                byMonth(checkNotNull(sold)),
                context.converts() && !ofTotal ? Optional.of(context.exchange()) : Optional.empty(),
                context.decimals());
    }

    private PriceFacts facts(QuoteLine priced, PreparedEntry entry, long others) {
        ListPrice model = entry.model();
        return new PriceFacts(
                quantity(),
                model.needsAmounts()
                        ? priced.amounts().stream()
                                .map(amount -> context.intoBook(amount).orElse(Rational.ZERO))
                                .collect(ImmutableList.toImmutableList())
                        : ImmutableList.of(),
                model.needsCost()
                        ? checkNotNull(sold)
                                .offering()
                                .cost()
                                .flatMap(context::intoBook)
                                .orElse(Rational.ZERO)
                        : Rational.ZERO,
                money.exact(others));
    }

    QuoteLine line() {
        return checkNotNull(line);
    }

    ProductId product() {
        return line().product();
    }

    boolean isOneTime() {
        return checkNotNull(sold).oneTime();
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

    Exact.Ratio months() {
        return months;
    }

    /** What a unit price is multiplied with. */
    private Rational units() {
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
        ProductShelf shelf = checkNotNull(sold).shelf();
        if (!shelf.hasContracts()) {
            return null;
        }
        return shelf.contracted(context.account(), context.date())
                .map(entry -> listed(entry, "contracted price", 0))
                .orElse(null);
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
        Optional<Rational> floor = context.floor(checkNotNull(sold));
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
