package io.salesops.quote.pricing;

import io.salesops.core.time.DayCount;
import io.salesops.quote.catalog.Offering.Charge;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.document.Term;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import io.salesops.quote.testkit.QuoteArbitraries.Scenario;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prices a quote the slow way: own fractions, one unit or one tier at a time, remainders handed out one by one. */
final class ReferencePricer {

    /** A fraction that nobody reduces. */
    record Fraction(BigInteger over, BigInteger under) {
        static Fraction of(long over, long under) {
            return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
        }

        static Fraction of(BigDecimal value) {
            return new Fraction(
                    value.movePointRight(Math.max(0, value.scale())).toBigIntegerExact(),
                    BigInteger.TEN.pow(Math.max(0, value.scale())));
        }

        Fraction plus(Fraction other) {
            return new Fraction(
                    over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
        }

        Fraction times(Fraction other) {
            return new Fraction(over.multiply(other.over), under.multiply(other.under));
        }

        Fraction by(Fraction other) {
            return new Fraction(
                    over.multiply(other.under).multiply(BigInteger.valueOf(other.over.signum())),
                    under.multiply(other.over.abs()));
        }

        Fraction minus(Fraction other) {
            return plus(new Fraction(other.over.negate(), other.under));
        }

        boolean isZero() {
            return over.signum() == 0;
        }

        boolean atMost(Fraction other) {
            return other.minus(this).over.signum() >= 0;
        }

        /** Whole units after the point was moved: half up or half even, written out. */
        BigInteger rounded(int decimals, RoundingMode mode) {
            BigInteger twice = over.abs().multiply(BigInteger.TEN.pow(decimals)).shiftLeft(1);
            BigInteger[] whole = twice.divideAndRemainder(under.shiftLeft(1));
            int half = whole[1].compareTo(under);
            boolean odd = whole[0].testBit(0);
            boolean up = half > 0 || (half == 0 && (mode == RoundingMode.HALF_UP || odd));
            BigInteger magnitude = up ? whole[0].add(BigInteger.ONE) : whole[0];
            return over.signum() < 0 ? magnitude.negate() : magnitude;
        }
    }

    /** List and net price of each line in minor units, and what stood between header discount and list. */
    record Answer(Map<String, BigInteger> list, Map<String, BigInteger> net) {}

    private static final Fraction ONE = Fraction.of(1, 1);

    private final Scenario scenario;
    private final int scale;
    private final RoundingMode mode;

    ReferencePricer(Scenario scenario) {
        this.scenario = scenario;
        this.scale = scenario.book().currency().getDefaultFractionDigits();
        this.mode = scenario.policy().rounding().mode();
    }

    Answer price() {
        Quote quote = scenario.quote();
        Map<String, BigInteger> list = new TreeMap<>();
        Map<String, BigInteger> net = new TreeMap<>();
        for (QuoteLine line : quote.lines()) {
            Fraction months = charge(line) == Charge.ONE_TIME ? ONE : charged(line.term());
            Fraction units = Fraction.of(line.quantity()).times(months);
            Fraction price = listPrice(model(line), line.quantity()).times(months);
            list.put(line.id().value(), placed(price, units));
            for (WaterfallStep step : scenario.policy().steps()) {
                price = price.times(ONE.minus(rate(step, line)));
            }
            net.put(line.id().value(), placed(price, units));
        }
        quote.headerDiscount().ifPresent(rate -> spread(fraction(rate.toString()), net));
        return new Answer(list, net);
    }

    private BigInteger placed(Fraction price, Fraction units) {
        PricingPolicy policy = scenario.policy();
        if (policy.roundAt() == PricingPolicy.Place.LINE || units.isZero()) {
            return price.rounded(scale, mode);
        }
        int decimals = policy.unitScale().orElse(scale);
        Fraction unit = new Fraction(price.by(units).rounded(decimals, mode), BigInteger.TEN.pow(decimals));
        return unit.times(units).rounded(scale, mode);
    }

    /** Percent text or a quotient, read without the library. */
    private static Fraction fraction(String rate) {
        if (rate.endsWith("%")) {
            return Fraction.of(new BigDecimal(rate.substring(0, rate.length() - 1)))
                    .times(Fraction.of(1, 100));
        }
        String[] parts = rate.split("/", -1);
        return new Fraction(new BigInteger(parts[0]), parts.length == 1 ? BigInteger.ONE : new BigInteger(parts[1]));
    }

    private Charge charge(QuoteLine line) {
        return scenario.catalog().offerings().stream()
                .filter(offering -> offering.product().equals(line.product()))
                .findFirst()
                .orElseThrow()
                .charge();
    }

    private PriceModel model(QuoteLine line) {
        return scenario.book().entries().stream()
                .filter(entry -> entry.product().equals(line.product()))
                .findFirst()
                .orElseThrow()
                .price();
    }

    /** The months that a monthly price is multiplied with. */
    private Fraction charged(Term term) {
        if (scenario.policy().dayCount().equals(DayCount.MONTHS_DAYS)) {
            return months(term);
        }
        long days = 0;
        for (LocalDate day = term.from(); day.isBefore(term.before()); day = day.plusDays(1)) {
            days++;
        }
        return Fraction.of(12 * days, 365);
    }

    /** Counts months up from the first day, one after the other, then the days of the month that is left. */
    static Fraction months(Term term) {
        int whole = 0;
        while (!term.from().plusMonths(whole + 1).isAfter(term.before())) {
            whole++;
        }
        int days = 0;
        for (LocalDate day = term.from().plusMonths(whole); day.isBefore(term.before()); day = day.plusDays(1)) {
            days++;
        }
        int length = 0;
        for (LocalDate day = term.from().plusMonths(whole);
                day.isBefore(term.from().plusMonths(whole + 1));
                day = day.plusDays(1)) {
            length++;
        }
        return Fraction.of(whole, 1).plus(Fraction.of(days, length));
    }

    private static Fraction listPrice(PriceModel model, BigDecimal quantity) {
        if (model instanceof PriceModel.PerUnit perUnit) {
            return Fraction.of(perUnit.unit()).times(Fraction.of(quantity));
        } else if (model instanceof PriceModel.Graduated graduated) {
            Fraction sum = Fraction.of(0, 1);
            BigDecimal below = BigDecimal.ZERO;
            for (PriceTier tier : graduated.tiers()) {
                if (below.signum() == 0 || quantity.compareTo(below) > 0) {
                    BigDecimal inside =
                            tier.upTo().map(quantity::min).orElse(quantity).subtract(below);
                    sum = sum.plus(Fraction.of(inside).times(Fraction.of(tier.unit())))
                            .plus(Fraction.of(tier.flat().orElse(BigDecimal.ZERO)));
                }
                below = tier.upTo().orElse(below);
            }
            return sum;
        } else if (model instanceof PriceModel.Volume volume) {
            for (PriceTier tier : volume.tiers()) {
                if (tier.upTo().isEmpty() || quantity.compareTo(tier.upTo().get()) <= 0) {
                    return Fraction.of(quantity)
                            .times(Fraction.of(tier.unit()))
                            .plus(Fraction.of(tier.flat().orElse(BigDecimal.ZERO)));
                }
            }
            throw new AssertionError("above the last tier: " + quantity);
        }
        PriceModel.PerPackage packages = (PriceModel.PerPackage) model;
        BigDecimal left = quantity.subtract(packages.free().orElse(BigDecimal.ZERO));
        long started = 0;
        while (left.signum() > 0) {
            started++;
            left = left.subtract(packages.size());
        }
        return Fraction.of(packages.price()).times(Fraction.of(started, 1));
    }

    private Fraction rate(WaterfallStep step, QuoteLine line) {
        Fraction none = Fraction.of(0, 1);
        if (step instanceof WaterfallStep.CustomerDiscount) {
            return line.discount().map(rate -> fraction(rate.toString())).orElse(none);
        } else if (step instanceof WaterfallStep.PartnerDiscount partner) {
            return scenario.quote().partner().isPresent()
                    ? fraction(partner.rate().toString())
                    : none;
        } else if (step instanceof WaterfallStep.Promotion promotion) {
            return scenario.quote().promotions().contains(promotion.code())
                    ? fraction(promotion.rate().toString())
                    : none;
        }
        WaterfallStep.TermSchedule schedule = (WaterfallStep.TermSchedule) step;
        Fraction reached = none;
        if (charge(line) != Charge.ONE_TIME) {
            for (WaterfallStep.LongTerm entry : schedule.rates()) {
                if (Fraction.of(entry.atLeast(), 1).atMost(months(line.term()))) {
                    reached = fraction(entry.rate().toString());
                }
            }
        }
        return reached;
    }

    /** Floors for all, then one minor unit each to the largest remainders; dearer lines first, then smaller ids. */
    private void spread(Fraction rate, Map<String, BigInteger> net) {
        BigInteger whole = net.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (whole.signum() == 0) {
            return;
        }
        BigInteger discount = new Fraction(whole, BigInteger.ONE).times(rate).rounded(0, mode);
        BigInteger sign = BigInteger.valueOf(discount.signum());
        Map<String, BigInteger> before = new TreeMap<>(net);
        Map<String, BigInteger> remainders = new TreeMap<>();
        BigInteger left = discount.abs();
        for (Map.Entry<String, BigInteger> line : before.entrySet()) {
            BigInteger[] share = discount.abs().multiply(line.getValue()).divideAndRemainder(whole);
            remainders.put(line.getKey(), share[1]);
            net.merge(line.getKey(), share[0].multiply(sign), BigInteger::subtract);
            left = left.subtract(share[0]);
        }
        List<String> order = new ArrayList<>(before.keySet());
        order.sort(Comparator.comparing((String id) -> remainders.get(id))
                .thenComparing(before::get)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
        for (int i = 0; i < left.intValueExact(); i++) {
            net.merge(order.get(i), sign, BigInteger::subtract);
        }
    }
}
