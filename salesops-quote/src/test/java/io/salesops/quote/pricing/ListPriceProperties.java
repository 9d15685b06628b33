package io.salesops.quote.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rational;
import io.salesops.quote.price.PriceModel;
import io.salesops.quote.price.PriceTier;
import io.salesops.quote.testkit.QuoteArbitraries;
import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ListPriceProperties {

    @Provide
    Arbitrary<ImmutableList<PriceTier>> tiers() {
        return QuoteArbitraries.tiers();
    }

    @Provide
    Arbitrary<BigDecimal> quantities() {
        return QuoteArbitraries.quantities();
    }

    @Property
    void graduatedPricesAreMonotone(
            @ForAll("tiers") ImmutableList<PriceTier> tiers,
            @ForAll("quantities") BigDecimal less,
            @ForAll("quantities") BigDecimal more) {
        ListPrice price = ListPrice.of(new PriceModel.Graduated(tiers));
        assertThat(price.price(PriceFacts.of(Rational.of(less.min(more)))))
                .isLessThanOrEqualTo(price.price(PriceFacts.of(Rational.of(less.max(more)))));
    }

    /** The price of more units is the price of fewer plus what the units between cost, slab by slab. */
    @Property
    void graduatedPricesTelescope(
            @ForAll("tiers") ImmutableList<PriceTier> tiers,
            @ForAll("quantities") BigDecimal first,
            @ForAll("quantities") BigDecimal second) {
        BigDecimal less = first.min(second);
        BigDecimal more = first.max(second);
        Rational between = Rational.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        for (PriceTier tier : tiers) {
            BigDecimal end = tier.upTo().map(more::min).orElse(more);
            BigDecimal inside = end.subtract(less.max(below));
            if (inside.signum() > 0) {
                between = between.plus(Rational.of(inside).times(Rational.of(tier.unit())));
                boolean entered = less.compareTo(below) <= 0 && below.signum() > 0;
                between = entered ? between.plus(Rational.of(tier.flat().orElse(BigDecimal.ZERO))) : between;
            }
            below = tier.upTo().orElse(below);
        }
        ListPrice price = ListPrice.of(new PriceModel.Graduated(tiers));
        assertThat(price.price(PriceFacts.of(Rational.of(more))).minus(price.price(PriceFacts.of(Rational.of(less)))))
                .isEqualTo(between);
    }

    @Property
    void volumePricesAllUnitsByTheTierOfTheWhole(
            @ForAll("tiers") ImmutableList<PriceTier> tiers, @ForAll("quantities") BigDecimal quantity) {
        PriceTier tier = tiers.stream()
                .filter(one -> one.upTo().isEmpty() || one.upTo().get().compareTo(quantity) >= 0)
                .findFirst()
                .orElseThrow();
        assertThat(ListPrice.of(new PriceModel.Volume(tiers)).price(PriceFacts.of(Rational.of(quantity))))
                .isEqualTo(Rational.of(
                        quantity.multiply(tier.unit()).add(tier.flat().orElse(BigDecimal.ZERO))));
    }

    @Property
    void withoutFlatFeesGraduatedAndVolumeAgreeInTheFirstTier(
            @ForAll("tiers") ImmutableList<PriceTier> tiers, @ForAll("quantities") BigDecimal quantity) {
        BigDecimal inFirst = tiers.get(0).upTo().map(quantity::min).orElse(quantity);
        assertThat(ListPrice.of(new PriceModel.Graduated(tiers)).price(PriceFacts.of(Rational.of(inFirst))))
                .isEqualTo(ListPrice.of(new PriceModel.Volume(tiers)).price(PriceFacts.of(Rational.of(inFirst))));
    }

    @Property
    void packagesCostTheSameWithinOnePackage(@ForAll("quantities") BigDecimal quantity) {
        ListPrice price = ListPrice.of(PriceModel.perPackage("10", "15").free("3"));
        Rational asked = price.price(PriceFacts.of(Rational.of(quantity)));
        BigDecimal paid = quantity.subtract(new BigDecimal("3")).max(BigDecimal.ZERO);
        // Packages paid hold what is paid for, and one fewer would not.
        Rational packages = asked.dividedBy(Rational.of(15));
        assertThat(packages.times(Rational.of(10))).isGreaterThanOrEqualTo(Rational.of(paid));
        assertThat(packages.signum() == 0
                        || packages.minus(Rational.ONE).times(Rational.of(10)).compareTo(Rational.of(paid)) < 0)
                .isTrue();
    }
}
