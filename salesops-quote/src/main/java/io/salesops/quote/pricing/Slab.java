package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rational;
import io.salesops.quote.price.DiscountTier;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.price.RateTier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A tier with both its bounds.
 *
 * @param above where it starts
 * @param bound where it ends; empty where it does not
 * @param boundIn whether the quantity at the end belongs to it, and that at its start to the one before
 * @param unit the price of a unit or block
 * @param flat the fee for entering it
 * @param block the units of a block; empty for single units
 * @param priceBelow the graduated price of all that lies below it
 */
record Slab(
        Rational above,
        Optional<Rational> bound,
        boolean boundIn,
        Rational unit,
        Optional<Rational> flat,
        Optional<Rational> block,
        Rational priceBelow) {

    static ImmutableList<Slab> of(List<PriceTier> tiers) {
        boolean in = tiers.stream().noneMatch(tier -> tier.below().isPresent());
        ImmutableList.Builder<Slab> slabs = ImmutableList.builder();
        Optional<Slab> before = Optional.empty();
        for (PriceTier tier : tiers) {
            Slab slab = after(
                    before, in ? tier.upTo() : tier.below(), in, Rational.of(tier.unit()), tier.flat(), tier.block());
            slabs.add(slab);
            before = Optional.of(slab);
        }
        return slabs.build();
    }

    /** Tiers of discounts: the rate is the price of a unit. */
    static ImmutableList<Slab> ofDiscounts(List<DiscountTier> tiers) {
        return ofRates(tiers.stream()
                .map(tier -> new RateTier(tier.upTo(), tier.below(), tier.rate(), Optional.empty()))
                .toList());
    }

    /** Tiers of percentages: the rate is the price of a unit of money. */
    static ImmutableList<Slab> ofRates(List<RateTier> tiers) {
        boolean in = tiers.stream().noneMatch(tier -> tier.below().isPresent());
        ImmutableList.Builder<Slab> slabs = ImmutableList.builder();
        Optional<Slab> before = Optional.empty();
        for (RateTier tier : tiers) {
            Slab slab = after(
                    before, in ? tier.upTo() : tier.below(), in, tier.rate().value(), tier.flat(), Optional.empty());
            slabs.add(slab);
            before = Optional.of(slab);
        }
        return slabs.build();
    }

    private static Slab after(
            Optional<Slab> before,
            Optional<BigDecimal> bound,
            boolean in,
            Rational unit,
            Optional<BigDecimal> flat,
            Optional<BigDecimal> block) {
        Rational above = before.flatMap(Slab::bound).orElse(Rational.ZERO);
        Rational below = before.map(slab -> slab.priceBelow().plus(slab.price(above.minus(slab.above()))))
                .orElse(Rational.ZERO);
        return new Slab(
                above, bound.map(Rational::of), in, unit, flat.map(Rational::of), block.map(Rational::of), below);
    }

    /** The slab that a quantity falls in, by binary search. */
    static int indexOf(ImmutableList<Slab> slabs, Rational quantity) {
        int low = 0;
        int high = slabs.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (slabs.get(middle).reaches(quantity)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Whether the slab ends at the quantity or beyond it. */
    boolean reaches(Rational quantity) {
        return bound.map(end -> quantity.compareTo(end) < (boundIn ? 1 : 0)).orElse(true);
    }

    /** What so many units inside it cost, with the fee. */
    Rational price(Rational units) {
        return counted(units).times(unit).plus(flat.orElse(Rational.ZERO));
    }

    private Rational counted(Rational units) {
        return block.map(size -> Rational.of(units.dividedBy(size).round(0, RoundingMode.CEILING)))
                .orElse(units);
    }

    String words(Rational units, int decimals) {
        String text = Figures.grouped(counted(units), 0)
                + block.map(size -> " blocks of " + Figures.grouped(size, 0)).orElse("") + " x "
                + Figures.grouped(unit, decimals);
        return flat.filter(fee -> fee.signum() != 0)
                .map(fee -> text + " + " + Figures.grouped(fee, decimals))
                .orElse(text);
    }
}
