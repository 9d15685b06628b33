package io.salesops.quote.price;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How a quantity becomes a price; the set is closed. Prices are in the currency of the price book, for one month where
 * the offering is charged by the month.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(PriceModel.PerUnit.class),
    @JsonSubTypes.Type(PriceModel.Graduated.class),
    @JsonSubTypes.Type(PriceModel.Volume.class),
    @JsonSubTypes.Type(PriceModel.PerPackage.class)
})
public sealed interface PriceModel {

    /** Calls the case for this kind of price. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of price. */
    interface Cases<R> {
        R perUnit(PerUnit model);

        R graduated(Graduated model);

        R volume(Volume model);

        R perPackage(PerPackage model);
    }

    /** Obtains a price of one unit, from a decimal as text. */
    static PriceModel perUnit(String unit) {
        return new PerUnit(new BigDecimal(unit));
    }

    /** Obtains a price where each tier prices the units inside it. */
    static PriceModel graduated(PriceTier... tiers) {
        return new Graduated(ImmutableList.copyOf(tiers));
    }

    /** Obtains a price where the tier of the whole quantity prices all units. */
    static PriceModel volume(PriceTier... tiers) {
        return new Volume(ImmutableList.copyOf(tiers));
    }

    /** Obtains a price of started packages, from decimals as text. */
    static PerPackage perPackage(String size, String price) {
        return new PerPackage(new BigDecimal(size), new BigDecimal(price), Optional.empty());
    }

    /**
     * Every unit costs the same.
     *
     * @param unit the price of one unit
     */
    @JsonTypeName("perUnit")
    record PerUnit(BigDecimal unit) implements PriceModel {

        /** Drops trailing zeros. */
        public PerUnit {
            unit = Amounts.plain(unit);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.perUnit(this);
        }
    }

    /**
     * Each tier prices the units inside it (slabs), and adds its flat fee when the quantity enters it; the first tier is
     * entered even by quantity 0. Monotone in the quantity, and continuous where no flat fee stands.
     *
     * @param tiers ascending
     */
    @JsonTypeName("graduated")
    record Graduated(ImmutableList<PriceTier> tiers) implements PriceModel {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.graduated(this);
        }
    }

    /**
     * The tier in which the whole quantity falls prices all units, plus its flat fee. Not monotone: more units may cost
     * less.
     *
     * @param tiers ascending
     */
    @JsonTypeName("volume")
    record Volume(ImmutableList<PriceTier> tiers) implements PriceModel {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.volume(this);
        }
    }

    /**
     * Started packages cost; the units that are free come first.
     *
     * @param size how many units a package holds
     * @param price the price of a package
     * @param free how many units cost nothing; none unless stated
     */
    @JsonTypeName("package")
    record PerPackage(BigDecimal size, BigDecimal price, Optional<BigDecimal> free) implements PriceModel {

        /** Drops trailing zeros. */
        public PerPackage {
            size = Amounts.plain(size);
            price = Amounts.plain(price);
            free = free.map(Amounts::plain);
        }

        /** Returns this price with free units, from a decimal as text. */
        public PerPackage free(String units) {
            return new PerPackage(size, price, Optional.of(new BigDecimal(units)));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.perPackage(this);
        }
    }
}
