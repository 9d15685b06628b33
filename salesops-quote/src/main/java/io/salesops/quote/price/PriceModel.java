package io.salesops.quote.price;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a quantity becomes a price; the set is closed. Prices are in the currency of the price book, for one month where
 * the offering is charged by the month.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(PriceModel.PerUnit.class),
    @JsonSubTypes.Type(PriceModel.Graduated.class),
    @JsonSubTypes.Type(PriceModel.Volume.class),
    @JsonSubTypes.Type(PriceModel.PerPackage.class),
    @JsonSubTypes.Type(PriceModel.Flat.class),
    @JsonSubTypes.Type(PriceModel.Percentage.class),
    @JsonSubTypes.Type(PriceModel.GraduatedPercentage.class),
    @JsonSubTypes.Type(PriceModel.PercentOfTotal.class),
    @JsonSubTypes.Type(PriceModel.CostPlus.class),
    @JsonSubTypes.Type(PriceModel.Dynamic.class),
    @JsonSubTypes.Type(UsageModel.class)
})
public sealed interface PriceModel
        permits PriceModel.PerUnit,
                PriceModel.Graduated,
                PriceModel.Volume,
                PriceModel.PerPackage,
                PriceModel.Flat,
                PriceModel.Percentage,
                PriceModel.GraduatedPercentage,
                PriceModel.PercentOfTotal,
                PriceModel.CostPlus,
                PriceModel.Dynamic,
                UsageModel {

    /** Calls the case for this kind of price. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of price. */
    interface Cases<R> {
        R perUnit(PerUnit model);

        R graduated(Graduated model);

        R volume(Volume model);

        R perPackage(PerPackage model);

        R flat(Flat model);

        R percentage(Percentage model);

        R graduatedPercentage(GraduatedPercentage model);

        R percentOfTotal(PercentOfTotal model);

        R costPlus(CostPlus model);

        R dynamic(Dynamic model);

        R usage(UsageModel model);
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
        return new PerPackage(new BigDecimal(size), new BigDecimal(price), Optional.empty(), Optional.empty());
    }

    /** Obtains a price that no quantity changes, from a decimal as text. */
    static Flat flat(String price) {
        return new Flat(new BigDecimal(price));
    }

    /** Obtains a percentage of the amounts that a line states. */
    static Percentage percentage(Rate rate) {
        return new Percentage(
                rate, Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Obtains a price where each tier prices the part of the amounts inside it. */
    static GraduatedPercentage graduatedPercentage(RateTier... tiers) {
        return new GraduatedPercentage(ImmutableList.copyOf(tiers));
    }

    /** Obtains a percentage of the list or net price of other products; of all others where none is named. */
    static PercentOfTotal percentOfTotal(Rate rate, PercentOfTotal.Basis basis, String... products) {
        return new PercentOfTotal(
                rate,
                basis,
                products.length == 0
                        ? Optional.empty()
                        : Optional.of(
                                Arrays.stream(products).map(ProductId::of).collect(ImmutableSet.toImmutableSet())));
    }

    /** Obtains the cost of the offering with a mark-up on it: 25% on a cost of 80 is 100. */
    static CostPlus costPlus(Rate markup) {
        return new CostPlus(markup);
    }

    /** Obtains the cost of the offering with a margin on the price: 20% margin on a cost of 80 is 100. */
    static CostPlus costWithMargin(Rate margin) {
        return new CostPlus(new Rate(margin.value().dividedBy(Rational.ONE.minus(margin.value()))));
    }

    /** Obtains a price that the line states. */
    static Dynamic dynamic() {
        return new Dynamic(Optional.empty());
    }

    /** Obtains a price of metered units without free units, commitment and bounds. */
    static UsageModel usage(PriceModel price) {
        return new UsageModel(
                price, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
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
     * @param rounding which packages count; started ones unless stated
     */
    @JsonTypeName("package")
    record PerPackage(BigDecimal size, BigDecimal price, Optional<BigDecimal> free, Optional<UnitRounding> rounding)
            implements PriceModel {

        /** Drops trailing zeros. */
        public PerPackage {
            size = Amounts.plain(size);
            price = Amounts.plain(price);
            free = free.map(Amounts::plain);
        }

        /** Obtains a price of started packages. */
        public PerPackage(BigDecimal size, BigDecimal price, Optional<BigDecimal> free) {
            this(size, price, free, Optional.empty());
        }

        /** Returns this price with free units, from a decimal as text. */
        public PerPackage free(String units) {
            return new PerPackage(size, price, Optional.of(new BigDecimal(units)), rounding);
        }

        /** Returns this price with another way to count packages. */
        public PerPackage rounded(UnitRounding how) {
            return new PerPackage(size, price, free, Optional.of(how));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.perPackage(this);
        }
    }

    /**
     * A price that no quantity changes, not even 0.
     *
     * @param price the price of the line
     */
    @JsonTypeName("flat")
    record Flat(BigDecimal price) implements PriceModel {

        /** Drops trailing zeros. */
        public Flat {
            price = Amounts.plain(price);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.flat(this);
        }
    }

    /**
     * A percentage of the amounts of transactions that the line states, and a fee for each of them. The first transactions
     * and the first amounts may be free, in the order of the line; a transaction of which anything is charged costs at
     * least and at most so much.
     *
     * <p>The minimum asks whether something of a transaction is left to charge, not what it comes to: at a rate of 0 without a
     * fee an amount that is not free costs the minimum, while a transaction that is free in both costs nothing. Whoever wants
     * no minimum leaves it out.
     *
     * @param rate the percentage of what is not free
     * @param fixed the fee of a transaction that is not free; none unless stated
     * @param freeTransactions how many transactions bear no fee; none unless stated
     * @param freeAmount how much of the sum of amounts is free; nothing unless stated
     * @param minimum the least that a transaction costs; no bound unless stated
     * @param maximum the most that a transaction costs; no bound unless stated
     */
    @JsonTypeName("percentage")
    record Percentage(
            Rate rate,
            Optional<BigDecimal> fixed,
            OptionalInt freeTransactions,
            Optional<BigDecimal> freeAmount,
            Optional<BigDecimal> minimum,
            Optional<BigDecimal> maximum)
            implements PriceModel {

        /** Drops trailing zeros. */
        public Percentage {
            fixed = fixed.map(Amounts::plain);
            freeAmount = freeAmount.map(Amounts::plain);
            minimum = minimum.map(Amounts::plain);
            maximum = maximum.map(Amounts::plain);
        }

        /** Returns this price with a fee for each transaction, from a decimal as text. */
        public Percentage plus(String fee) {
            return new Percentage(
                    rate, Optional.of(new BigDecimal(fee)), freeTransactions, freeAmount, minimum, maximum);
        }

        /** Returns this price with the first transactions and amounts free. */
        public Percentage free(int transactions, String amount) {
            return new Percentage(
                    rate, fixed, OptionalInt.of(transactions), Optional.of(new BigDecimal(amount)), minimum, maximum);
        }

        /** Returns this price with bounds of the price of each transaction, from decimals as text. */
        public Percentage between(String least, String most) {
            return new Percentage(
                    rate,
                    fixed,
                    freeTransactions,
                    freeAmount,
                    Optional.of(new BigDecimal(least)),
                    Optional.of(new BigDecimal(most)));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.percentage(this);
        }
    }

    /**
     * Each tier takes its percentage of the part of the amounts inside it, and adds its flat fee when the sum enters it.
     *
     * @param tiers ascending
     */
    @JsonTypeName("graduatedPercentage")
    record GraduatedPercentage(ImmutableList<RateTier> tiers) implements PriceModel {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.graduatedPercentage(this);
        }
    }

    /**
     * A percentage of the prices of other lines of the quote, times the quantity. Lines that are themselves priced so never
     * count, and the price is for the whole term already, as those prices are.
     *
     * <p>It starts from the rounded prices, those that the document prints: whoever checks it with the printed figures comes to
     * the same cent. Starting from exact prices would differ by the rate times at most half a minor unit a line.
     *
     * @param rate the percentage
     * @param of which price of the other lines
     * @param products which products count; all others unless stated
     */
    @JsonTypeName("percentOfTotal")
    record PercentOfTotal(Rate rate, Basis of, Optional<ImmutableSet<ProductId>> products) implements PriceModel {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.percentOfTotal(this);
        }

        /** The price of which a percentage is taken. */
        @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
        public enum Basis {
            /** The list price. */
            LIST,
            /** The net price before the header discount. */
            NET
        }
    }

    /**
     * The cost of a unit of the offering with a mark-up, times the quantity.
     *
     * @param markup what is added to the cost, as a share of the cost
     */
    @JsonTypeName("costPlus")
    record CostPlus(Rate markup) implements PriceModel {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.costPlus(this);
        }
    }

    /**
     * A price that the line states: the sum of its amounts is the price of a unit.
     *
     * @param multiplier what that is multiplied with; 1 unless stated
     */
    @JsonTypeName("dynamic")
    record Dynamic(Optional<BigDecimal> multiplier) implements PriceModel {

        /** Drops trailing zeros. */
        public Dynamic {
            multiplier = multiplier.map(Amounts::plain);
        }

        /** Returns this price with a multiplier, from a decimal as text. */
        public Dynamic times(String factor) {
            return new Dynamic(Optional.of(new BigDecimal(factor)));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dynamic(this);
        }
    }
}
