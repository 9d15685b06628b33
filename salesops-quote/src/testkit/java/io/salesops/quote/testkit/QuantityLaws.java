package io.salesops.quote.testkit;

import io.salesops.core.money.Rational;
import io.salesops.core.testkit.Laws;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.PricingPolicy.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The laws on how a price follows its quantity. */
final class QuantityLaws {
    private final Shelf shelf;
    private final PriceBookLaws.Pricing pricing;

    QuantityLaws(Shelf shelf, PriceBookLaws.Pricing pricing) {
        this.shelf = shelf;
        this.pricing = pricing;
    }

    void monotone(QuoteCase drawn) {
        Bill few = price(drawn);
        Bill many = price(more(drawn));
        for (QuoteLine line : drawn.quote().lines()) {
            if (model(line) instanceof PriceModel.Volume) {
                continue;
            }
            Bill.Item low = few.line(line.id());
            Bill.Item high = many.line(line.id());
            rising(line, drawn.more(), low.exactList(), high.exactList());
            if (shelf.policy().roundAt() == Place.LINE) {
                rising(line, drawn.more(), low.list(), high.list());
            }
        }
    }

    private static void rising(QuoteLine line, BigDecimal more, Rational low, Rational high) {
        Laws.require(
                low.compareTo(high) <= 0,
                line.quantity() + " of " + line.product() + " cost " + low + ", " + more + " more of it " + high);
    }

    void telescopes(QuoteCase drawn) {
        Bill few = price(drawn);
        QuoteCase grown = more(drawn);
        Bill many = price(grown);
        for (int i = 0; i < drawn.quote().lines().size(); i++) {
            QuoteLine line = drawn.quote().lines().get(i);
            if (model(line) instanceof PriceModel.Graduated graduated) {
                Bill.Item low = few.line(line.id());
                BigDecimal upTo = grown.quote().lines().get(i).quantity();
                Laws.equal(
                        "price of the units of " + line.product() + " above " + line.quantity() + " up to " + upTo,
                        between(graduated.tiers(), Rational.of(line.quantity()), Rational.of(upTo))
                                .times(low.months()),
                        many.line(line.id()).exactList().minus(low.exactList()));
            }
        }
    }

    /** What the units above one quantity and up to another cost, tier by tier: straight from the definition. */
    private static Rational between(List<PriceTier> tiers, Rational low, Rational high) {
        Rational price = Rational.ZERO;
        Rational above = Rational.ZERO;
        for (PriceTier tier : tiers) {
            Rational end = tier.upTo().map(Rational::of).map(high::min).orElse(high);
            Rational start = above.max(low);
            if (end.compareTo(start) > 0) {
                price = price.plus(end.minus(start).times(Rational.of(tier.unit())));
            }
            boolean first = above.signum() == 0;
            boolean entered = low.compareTo(above) <= 0 && high.compareTo(above) > 0 && !first;
            if (entered) {
                price = price.plus(tier.flat().map(Rational::of).orElse(Rational.ZERO));
            }
            above = tier.upTo().map(Rational::of).orElse(above);
        }
        return price;
    }

    /** The same quote with more of everything, as far as tiers reach. */
    private QuoteCase more(QuoteCase drawn) {
        List<QuoteLine> lines = new ArrayList<>();
        for (QuoteLine line : drawn.quote().lines()) {
            lines.add(line.withQuantity(
                    shelf.within(line.product(), line.quantity().add(drawn.more()))));
        }
        return drawn.with(lines);
    }

    private PriceModel model(QuoteLine line) {
        return shelf.entry(line.product()).orElseThrow().price();
    }

    private Bill price(QuoteCase drawn) {
        return pricing.price(shelf.policy(), drawn.quote(), drawn.asOf()).orThrow();
    }
}
