package io.salesops.quote.reference;

import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Amounts;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.catalog.Offering.Charge;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.MinimumOrder;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PricingPolicy.Place;
import io.salesops.quote.price.WaterfallStep;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.money.MonetaryAmount;

/**
 * Prices a quote the slow way, from the words of the catalogue, the price book and the policy: own fractions, every line
 * by itself, remainders handed out one by one.
 */
final class ReferencePricing {

    /** List and net price of each line, in minor units. */
    record Answer(Map<String, BigInteger> list, Map<String, BigInteger> net) {}

    private final ReferenceCase facts;
    private final int scale;
    private final RoundingMode mode;

    private ReferencePricing(ReferenceCase facts) {
        this.facts = facts;
        this.scale = facts.policy().rounding().scaleOf(facts.currency());
        this.mode = facts.policy().rounding().mode();
    }

    static Answer of(ReferenceCase facts) {
        return new ReferencePricing(facts).answer();
    }

    private Answer answer() {
        Map<String, Fraction> lists = new TreeMap<>();
        Map<String, Fraction> nets = new TreeMap<>();
        for (QuoteLine line : facts.quote().lines()) {
            if (!(entry(line, false).orElseThrow().price() instanceof PriceModel.PercentOfTotal)) {
                Fraction list = own(line, entry(line, false).orElseThrow().price());
                lists.put(line.id().value(), list);
            }
        }
        nets.putAll(after(lists));
        // A percentage is taken of what the document prints: the rounded prices.
        Map<String, Fraction> ownLists = printed(lists);
        Map<String, Fraction> ownNets = printed(nets);
        for (QuoteLine line : facts.quote().lines()) {
            if (entry(line, false).orElseThrow().price() instanceof PriceModel.PercentOfTotal percent) {
                boolean ofList = percent.of() == PriceModel.PercentOfTotal.Basis.LIST;
                Fraction sum = Fraction.ZERO;
                for (QuoteLine other : facts.quote().lines()) {
                    boolean counts = percent.products().isEmpty()
                            || percent.products().get().contains(other.product());
                    sum = counts
                            ? sum.plus((ofList ? ownLists : ownNets)
                                    .getOrDefault(other.id().value(), Fraction.ZERO))
                            : sum;
                }
                Fraction list =
                        sum.times(Fraction.read(percent.rate().toString())).times(Fraction.of(line.quantity()));
                lists.put(line.id().value(), list);
                nets.putAll(after(Map.of(line.id().value(), list)));
            }
        }
        Map<String, BigInteger> list = new TreeMap<>();
        Map<String, BigInteger> net = new TreeMap<>();
        for (QuoteLine line : facts.quote().lines()) {
            String id = line.id().value();
            list.put(id, placed(lists.getOrDefault(id, Fraction.ZERO), units(line)));
            net.put(id, placed(nets.getOrDefault(id, Fraction.ZERO), units(line)));
        }
        if (facts.policy().roundAt() == Place.QUOTE) {
            once(nets, net);
        }
        header(net);
        return new Answer(list, net);
    }

    private Map<String, Fraction> printed(Map<String, Fraction> prices) {
        Map<String, Fraction> printed = new TreeMap<>();
        for (QuoteLine line : facts.quote().lines()) {
            String id = line.id().value();
            if (prices.containsKey(id)) {
                BigInteger minor = placed(prices.getOrDefault(id, Fraction.ZERO), units(line));
                printed.put(id, Fraction.of(minor, scale));
            }
        }
        return printed;
    }

    /** Step after step over the lines; what a promotion takes off them in all may have a bound, and is shortened for all alike. */
    private Map<String, Fraction> after(Map<String, Fraction> lists) {
        Map<String, Fraction> prices = new TreeMap<>(lists);
        for (WaterfallStep step : facts.policy().steps()) {
            Map<String, Fraction> next = new TreeMap<>();
            Fraction taken = Fraction.ZERO;
            for (QuoteLine line : facts.quote().lines()) {
                String id = line.id().value();
                Optional<Fraction> list = Optional.ofNullable(lists.get(id));
                if (list.isPresent()) {
                    Fraction price = prices.getOrDefault(id, Fraction.ZERO);
                    next.put(id, new ReferenceSteps(this, facts, line, list.get()).after(step, price));
                    taken = taken.plus(price).minus(next.getOrDefault(id, Fraction.ZERO));
                }
            }
            Optional<Fraction> most = ReferenceSteps.mostPerUse(step).map(this::converted);
            if (most.isPresent() && taken.compareTo(most.get()) > 0) {
                Fraction kept = most.get().by(taken);
                next.replaceAll((id, price) -> {
                    Fraction before = prices.getOrDefault(id, Fraction.ZERO);
                    return before.minus(before.minus(price).times(kept));
                });
            }
            prices.putAll(next);
        }
        return prices;
    }

    /** The price of a model for the whole term. */
    Fraction own(QuoteLine line, PriceModel model) {
        return own(line, Fraction.of(line.quantity()), model);
    }

    /** The price of so many units for the whole term. */
    Fraction own(QuoteLine line, Fraction quantity, PriceModel model) {
        return ReferenceModels.price(
                        model,
                        quantity,
                        line.amounts(),
                        offering(line.product()).cost())
                .times(months(line))
                .times(facts.rate());
    }

    /** The entry with the highest priority of those that are in force, of the customer's own or of everybody's. */
    Optional<PriceEntry> entry(QuoteLine line, boolean contracted) {
        return entry(facts.book(), line, contracted)
                .or(() -> facts.base()
                        .flatMap(base -> entry(base, line, contracted))
                        .map(entry -> new ReferenceDerivation(
                                        facts.book().derivedFrom().orElseThrow())
                                .entry(entry)));
    }

    private Optional<PriceEntry> entry(PriceBook book, QuoteLine line, boolean contracted) {
        return book.entries().stream()
                .filter(entry -> entry.product().equals(line.product()))
                .filter(entry -> contracted
                        ? entry.account().equals(Optional.of(facts.quote().account()))
                        : entry.account().isEmpty())
                .filter(entry -> entry.effective()
                        .map(days -> days.contains(facts.asOf().date()))
                        .orElse(true))
                .max(Comparator.comparing(entry -> entry.priority().orElse(0)));
    }

    Offering offering(ProductId product) {
        return facts.catalog().offerings().stream()
                .filter(offering -> offering.product().equals(product))
                .findFirst()
                .orElseThrow();
    }

    /** A percentage of other lines is for their terms already. */
    Fraction months(QuoteLine line) {
        boolean whole = entry(line, false).orElseThrow().price() instanceof PriceModel.PercentOfTotal;
        return whole || offering(line.product()).charge() == Charge.ONE_TIME
                ? Fraction.ONE
                : ReferenceTerm.months(line.term(), facts.policy().dayCount());
    }

    Fraction units(QuoteLine line) {
        return Fraction.of(line.quantity()).times(months(line));
    }

    private BigInteger placed(Fraction price, Fraction units) {
        if (facts.policy().roundAt() != Place.UNIT || units.sign() == 0) {
            return price.rounded(scale, mode);
        }
        int decimals = facts.policy().unitScale().orElse(scale);
        Fraction unit = Fraction.of(price.by(units).rounded(decimals, mode), decimals);
        return unit.times(units).rounded(scale, mode);
    }

    /** The sum is rounded once; what the lines differ by goes to those that rounding changed most in the other direction. */
    private void once(Map<String, Fraction> exact, Map<String, BigInteger> net) {
        Fraction sum = Fraction.ZERO;
        for (Fraction price : exact.values()) {
            sum = sum.plus(price);
        }
        BigInteger missing = sum.rounded(scale, mode).subtract(sum(net));
        BigInteger sign = BigInteger.valueOf(missing.signum());
        Map<String, BigInteger> before = new TreeMap<>(net);
        List<String> order = new ArrayList<>(net.keySet());
        order.sort(Comparator.comparing((String id) -> exact.getOrDefault(id, Fraction.ZERO)
                        .minus(Fraction.of(before.getOrDefault(id, BigInteger.ZERO), scale))
                        .times(Fraction.of(sign, 0)))
                .thenComparing(id -> before.getOrDefault(id, BigInteger.ZERO))
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
        for (int i = 0; i < missing.abs().intValueExact(); i++) {
            net.merge(order.get(i), sign, BigInteger::add);
        }
    }

    private void header(Map<String, BigInteger> net) {
        facts.quote().headerDiscount().ifPresent(rate -> {
            Fraction discount = Fraction.of(sum(net), 0).times(Fraction.read(rate.toString()));
            spread(discount.rounded(0, mode).negate(), net);
        });
        facts.quote()
                .headerAmount()
                .ifPresent(
                        amount -> spread(converted(amount).rounded(scale, mode).negate(), net));
        facts.policy()
                .minimumOrder()
                .filter(minimum -> minimum.shortfall() == MinimumOrder.Shortfall.TOP_UP)
                .ifPresent(minimum -> {
                    // A converted minimum is rounded up: less would not reach it.
                    BigInteger least = converted(minimum.amount())
                            .times(Fraction.of(BigInteger.TEN.pow(scale), 0))
                            .ceiling()
                            .over();
                    BigInteger missing = least.subtract(sum(net));
                    if (missing.signum() > 0) {
                        spread(missing, net);
                    }
                });
    }

    /** An amount in the book's currency, in that of the quote. */
    Fraction converted(MonetaryAmount amount) {
        return Fraction.of(Amounts.number(amount)).times(facts.rate());
    }

    private static BigInteger sum(Map<String, BigInteger> amounts) {
        return amounts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Floors for all in proportion to their prices, then a minor unit each to the largest remainders; dearer lines first, then smaller ids. */
    private static void spread(BigInteger change, Map<String, BigInteger> net) {
        BigInteger whole = sum(net);
        if (whole.signum() == 0) {
            return;
        }
        BigInteger sign = BigInteger.valueOf(change.signum());
        Map<String, BigInteger> prices = new TreeMap<>(net);
        Map<String, BigInteger> remainders = new TreeMap<>();
        BigInteger left = change.abs();
        for (Map.Entry<String, BigInteger> line : prices.entrySet()) {
            BigInteger[] share = change.abs().multiply(line.getValue()).divideAndRemainder(whole);
            remainders.put(line.getKey(), share[1]);
            net.merge(line.getKey(), share[0].multiply(sign), BigInteger::add);
            left = left.subtract(share[0]);
        }
        List<String> order = new ArrayList<>(prices.keySet());
        order.sort(Comparator.comparing((String id) -> remainders.getOrDefault(id, BigInteger.ZERO))
                .thenComparing(id -> prices.getOrDefault(id, BigInteger.ZERO))
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
        for (int i = 0; i < left.intValueExact(); i++) {
            net.merge(order.get(i), sign, BigInteger::add);
        }
    }
}
