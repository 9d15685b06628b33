package io.salesops.quote.price;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rate;

/**
 * One step from list to net: a percentage off the price that the steps before it left. A negative rate is a surcharge.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(WaterfallStep.TermSchedule.class),
    @JsonSubTypes.Type(WaterfallStep.CustomerDiscount.class),
    @JsonSubTypes.Type(WaterfallStep.PartnerDiscount.class),
    @JsonSubTypes.Type(WaterfallStep.Promotion.class)
})
public sealed interface WaterfallStep {

    /** Names the step within its policy. */
    String id();

    /** Calls the case for this kind of step. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of step. */
    interface Cases<R> {
        R termSchedule(TermSchedule step);

        R customerDiscount(CustomerDiscount step);

        R partnerDiscount(PartnerDiscount step);

        R promotion(Promotion step);
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
     * The discount that the seller asks for on a line; it is for a policy check to say whether that is too much.
     *
     * @param id names the step
     */
    @JsonTypeName("customerDiscount")
    record CustomerDiscount(String id) implements WaterfallStep {

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
        public <R> R match(Cases<R> cases) {
            return cases.partnerDiscount(this);
        }
    }

    /**
     * A discount on every line of a quote that carries the code.
     *
     * @param id names the step
     * @param code what the quote must carry
     * @param rate the discount
     */
    @JsonTypeName("promotion")
    record Promotion(String id, String code, Rate rate) implements WaterfallStep {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.promotion(this);
        }
    }
}
