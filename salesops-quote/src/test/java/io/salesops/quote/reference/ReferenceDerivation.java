package io.salesops.quote.reference;

import io.salesops.quote.price.BookDerivation;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What a book takes from another one, from the words of its derivation: unit prices with the surcharge, fees without. */
final class ReferenceDerivation {
    private final BookDerivation derivation;

    ReferenceDerivation(BookDerivation derivation) {
        this.derivation = derivation;
    }

    PriceEntry entry(PriceEntry entry) {
        return new PriceEntry(
                entry.product(),
                model(entry.price()),
                entry.floor().map(this::unit),
                entry.account(),
                entry.effective(),
                entry.priority());
    }

    private PriceModel model(PriceModel model) {
        if (model instanceof PriceModel.PerUnit price) {
            return new PriceModel.PerUnit(unit(price.unit()));
        } else if (model instanceof PriceModel.Flat price) {
            return new PriceModel.Flat(fee(price.price()));
        } else if (model instanceof PriceModel.PerPackage price) {
            return new PriceModel.PerPackage(price.size(), unit(price.price()), price.free(), price.rounding());
        } else if (model instanceof PriceModel.Graduated price) {
            return PriceModel.graduated(tiers(price.tiers()));
        }
        return PriceModel.volume(tiers(((PriceModel.Volume) model).tiers()));
    }

    private PriceTier[] tiers(List<PriceTier> tiers) {
        return tiers.stream()
                .map(tier -> new PriceTier(
                        tier.upTo(),
                        tier.below(),
                        unit(tier.unit()),
                        tier.flat().map(this::fee),
                        tier.block()))
                .toArray(PriceTier[]::new);
    }

    private BigDecimal unit(BigDecimal price) {
        return printed(multiplied(price).add(derivation.surcharge().orElse(BigDecimal.ZERO)));
    }

    private BigDecimal fee(BigDecimal price) {
        return printed(multiplied(price));
    }

    private BigDecimal multiplied(BigDecimal price) {
        return derivation.factor().map(price::multiply).orElse(price);
    }

    /** No derived price is negative. */
    private BigDecimal printed(BigDecimal price) {
        Optional<BigDecimal> positive = Optional.of(price).filter(own -> own.signum() > 0);
        BigDecimal own = positive.orElse(BigDecimal.ZERO);
        return derivation.scale().isPresent() ? own.setScale(derivation.scale().getAsInt(), RoundingMode.HALF_UP) : own;
    }
}
