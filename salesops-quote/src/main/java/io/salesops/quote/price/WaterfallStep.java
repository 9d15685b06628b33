package io.salesops.quote.price;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Rate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * One step from list to net. Steps act one after the other, each on the price that the steps before it left, so that
 * discounts stack; {@link BestOf} lets only one of several act. A negative rate is a surcharge.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(WaterfallStep.ContractedPrice.class),
    @JsonSubTypes.Type(WaterfallStep.BundlePrice.class),
    @JsonSubTypes.Type(WaterfallStep.VolumeSchedule.class),
    @JsonSubTypes.Type(WaterfallStep.TermSchedule.class),
    @JsonSubTypes.Type(WaterfallStep.CustomerDiscount.class),
    @JsonSubTypes.Type(WaterfallStep.PartnerDiscount.class),
    @JsonSubTypes.Type(WaterfallStep.Promotion.class),
    @JsonSubTypes.Type(WaterfallStep.Coupon.class),
    @JsonSubTypes.Type(WaterfallStep.Floor.class),
    @JsonSubTypes.Type(WaterfallStep.BestOf.class),
    @JsonSubTypes.Type(ConditionalStep.class)
})
public sealed interface WaterfallStep
        permits WaterfallStep.ContractedPrice,
                WaterfallStep.BundlePrice,
                WaterfallStep.VolumeSchedule,
                WaterfallStep.TermSchedule,
                WaterfallStep.CustomerDiscount,
                WaterfallStep.PartnerDiscount,
                WaterfallStep.Promotion,
                WaterfallStep.Coupon,
                WaterfallStep.Floor,
                WaterfallStep.BestOf,
                ConditionalStep {

    /** Names the step within its policy. */
    String id();

    /** The price that it is on the way to. */
    PriceLevel level();

    /** Calls the case for this kind of step. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of step. */
    interface Cases<R> {
        R contractedPrice(ContractedPrice step);

        R bundlePrice(BundlePrice step);

        R volumeSchedule(VolumeSchedule step);

        R termSchedule(TermSchedule step);

        R customerDiscount(CustomerDiscount step);

        R partnerDiscount(PartnerDiscount step);

        R promotion(Promotion step);

        R coupon(Coupon step);

        R floor(Floor step);

        R bestOf(BestOf step);

        R conditional(ConditionalStep step);
    }

    /** Returns this step for the lines alone that meet a condition. */
    default ConditionalStep where(Criteria<LineFacts> condition) {
        return new ConditionalStep(condition, this);
    }

    private static Optional<ImmutableSet<ProductId>> named(String... only) {
        return Optional.of(Arrays.stream(only).map(ProductId::of).collect(ImmutableSet.toImmutableSet()));
    }

    /**
     * Puts the price that the price book has for the customer alone in the place of the list price.
     *
     * @param id names the step
     */
    @JsonTypeName("contractedPrice")
    record ContractedPrice(String id) implements WaterfallStep {

        @Override
        public PriceLevel level() {
            return PriceLevel.SPECIAL;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.contractedPrice(this);
        }
    }

    /**
     * Gives an option the price that it has in its bundle: a unit price of its own, units that the bundle's price pays for
     * already, a discount, as its catalogue says. A unit price or included units put a price in the place of the one so far; a
     * discount alone takes its share off it.
     *
     * @param id names the step
     */
    @JsonTypeName("bundlePrice")
    record BundlePrice(String id) implements WaterfallStep {

        @Override
        public PriceLevel level() {
            return PriceLevel.SPECIAL;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.bundlePrice(this);
        }
    }

    /**
     * A discount for large quantities.
     *
     * @param id names the step
     * @param mode whether the tier of the whole quantity counts for all units, or each tier for the units inside it
     * @param tiers the discounts by quantity, ascending; quantities beyond the last bound get none
     * @param products which products get it; all unless stated
     */
    @JsonTypeName("volumeSchedule")
    record VolumeSchedule(
            String id, Mode mode, ImmutableList<DiscountTier> tiers, Optional<ImmutableSet<ProductId>> products)
            implements WaterfallStep {

        /** Obtains a schedule for all products. */
        public static VolumeSchedule of(String id, Mode mode, DiscountTier... tiers) {
            return new VolumeSchedule(id, mode, ImmutableList.copyOf(tiers), Optional.empty());
        }

        /** Returns this schedule for some products only. */
        public VolumeSchedule on(String... only) {
            return new VolumeSchedule(id, mode, tiers, named(only));
        }

        @Override
        public PriceLevel level() {
            return PriceLevel.REGULAR;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.volumeSchedule(this);
        }

        /** For which units a tier counts. */
        @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
        public enum Mode {
            /** The tier in which the whole quantity falls counts for all units. */
            RANGE,
            /** Each tier counts for the units inside it; the discount of the line is their exact average. */
            SLAB
        }
    }

    /**
     * A discount for long terms; lines that are charged once have no term and get none.
     *
     * @param id names the step
     * @param rates the discounts, by ascending length; the last that the term reaches counts
     */
    @JsonTypeName("termSchedule")
    record TermSchedule(String id, ImmutableList<LongTerm> rates) implements WaterfallStep {

        /** Obtains a schedule. */
        public static TermSchedule of(String id, LongTerm... rates) {
            return new TermSchedule(id, ImmutableList.copyOf(rates));
        }

        @Override
        public PriceLevel level() {
            return PriceLevel.REGULAR;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.termSchedule(this);
        }
    }

    /**
     * The discount for terms of a length.
     *
     * @param atLeast the least number of months
     * @param rate the discount
     */
    record LongTerm(int atLeast, Rate rate) {}

    /**
     * What the seller asks for on a line: a percentage, an amount, or a unit price in the place of the calculated one. It
     * is for a policy check to say whether that is too much.
     *
     * @param id names the step
     */
    @JsonTypeName("customerDiscount")
    record CustomerDiscount(String id) implements WaterfallStep {

        @Override
        public PriceLevel level() {
            return PriceLevel.CUSTOMER;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.customerDiscount(this);
        }
    }

    /**
     * A discount on every line of a quote that is sold through a partner.
     *
     * @param id names the step
     * @param rate the discount
     */
    @JsonTypeName("partnerDiscount")
    record PartnerDiscount(String id, Rate rate) implements WaterfallStep {

        @Override
        public PriceLevel level() {
            return PriceLevel.PARTNER;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.partnerDiscount(this);
        }
    }

    /**
     * A percentage off the lines of a quote that carries the code.
     *
     * @param id names the step
     * @param code what the quote must carry
     * @param rate the discount
     * @param products which products get it; all unless stated
     * @param limits how often and how far it acts; without limits unless stated
     */
    @JsonTypeName("promotion")
    record Promotion(
            String id,
            String code,
            Rate rate,
            Optional<ImmutableSet<ProductId>> products,
            Optional<PromotionLimits> limits)
            implements WaterfallStep {

        /** Obtains a promotion on all products, without limits. */
        public Promotion(String id, String code, Rate rate) {
            this(id, code, rate, Optional.empty(), Optional.empty());
        }

        /** Returns this promotion for some products only. */
        public Promotion on(String... only) {
            return new Promotion(id, code, rate, named(only), limits);
        }

        /** Returns this promotion with limits. */
        public Promotion within(PromotionLimits bounds) {
            return new Promotion(id, code, rate, products, Optional.of(bounds));
        }

        @Override
        public PriceLevel level() {
            return PriceLevel.REGULAR;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.promotion(this);
        }
    }

    /**
     * An amount off the lines of a quote that carries the code; never more than the price.
     *
     * @param id names the step
     * @param code what the quote must carry
     * @param amount what is taken off; converted where the quote is in another currency
     * @param per whether it is taken off each unit or once a line
     * @param products which products get it; all unless stated
     * @param limits how often and how far it acts; without limits unless stated
     */
    @JsonTypeName("coupon")
    record Coupon(
            String id,
            String code,
            MonetaryAmount amount,
            Per per,
            Optional<ImmutableSet<ProductId>> products,
            Optional<PromotionLimits> limits)
            implements WaterfallStep {

        /** Obtains a coupon on all products, without limits. */
        public static Coupon of(String id, String code, MonetaryAmount amount, Per per) {
            return new Coupon(id, code, amount, per, Optional.empty(), Optional.empty());
        }

        /** Returns this coupon for some products only. */
        public Coupon on(String... only) {
            return new Coupon(id, code, amount, per, named(only), limits);
        }

        /** Returns this coupon with limits. */
        public Coupon within(PromotionLimits bounds) {
            return new Coupon(id, code, amount, per, products, Optional.of(bounds));
        }

        @Override
        public PriceLevel level() {
            return PriceLevel.REGULAR;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.coupon(this);
        }

        /** What an amount is taken off. */
        @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
        public enum Per {
            /** Each unit (and month, where it is charged by the month); never more than the price of a unit. */
            UNIT,
            /** The line, once. */
            LINE
        }
    }

    /**
     * Raises a price that the steps before it brought below the floor of its entry.
     *
     * @param id names the step
     */
    @JsonTypeName("floor")
    record Floor(String id) implements WaterfallStep {

        @Override
        public PriceLevel level() {
            return PriceLevel.PARTNER;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.floor(this);
        }
    }

    /**
     * Several steps of which only the one acts that leaves the lowest price; the first of equals.
     *
     * @param id names the step
     * @param steps the steps; none of them is itself a choice
     */
    @JsonTypeName("bestOf")
    record BestOf(String id, ImmutableList<WaterfallStep> steps) implements WaterfallStep {

        /** Obtains a choice. */
        public static BestOf of(String id, WaterfallStep... steps) {
            return new BestOf(id, ImmutableList.copyOf(steps));
        }

        /** The furthest level of its steps. */
        @Override
        public PriceLevel level() {
            return steps.stream()
                    .map(WaterfallStep::level)
                    .max(Comparator.naturalOrder())
                    .orElse(PriceLevel.REGULAR);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.bestOf(this);
        }
    }
}
