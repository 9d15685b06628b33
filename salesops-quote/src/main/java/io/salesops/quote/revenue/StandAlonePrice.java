package io.salesops.quote.revenue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import java.math.BigDecimal;

/** The price at which a promised good or service would be sold by itself (606-10-32-32 to 32-34), in the currency of the contract. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(StandAlonePrice.Observed.class),
    @JsonSubTypes.Type(StandAlonePrice.Range.class),
    @JsonSubTypes.Type(StandAlonePrice.CostPlus.class),
    @JsonSubTypes.Type(StandAlonePrice.Residual.class)
})
public sealed interface StandAlonePrice {

    /** Calls the case for this kind of price. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of price. */
    interface Cases<R> {
        R observed(Observed price);

        R range(Range price);

        R costPlus(CostPlus price);

        R residual(Residual price);
    }

    /** Obtains an observed price, from a decimal as text. */
    static StandAlonePrice observed(String price) {
        return new Observed(new BigDecimal(price));
    }

    /** Obtains a range of prices, from decimals as text. */
    static StandAlonePrice range(String low, String high) {
        return new Range(new BigDecimal(low), new BigDecimal(high));
    }

    /** Obtains a price of cost and margin, the cost from a decimal as text. */
    static StandAlonePrice costPlus(String cost, Rate margin) {
        return new CostPlus(new BigDecimal(cost), margin);
    }

    /** Obtains a price that is what the others leave, from decimals as text. */
    static StandAlonePrice residual(String low, String high) {
        return new Residual(new BigDecimal(low), new BigDecimal(high));
    }

    /**
     * A price that is observed, or was estimated from the market.
     *
     * @param price the price, not negative
     */
    @JsonTypeName("observed")
    record Observed(BigDecimal price) implements StandAlonePrice {

        /** Drops trailing zeros. */
        public Observed {
            price = Amounts.plain(price);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.observed(this);
        }
    }

    /**
     * A range in which most sales lie: a contract's own price inside it stands for itself, one outside is replaced.
     *
     * @param low the lowest price of the range
     * @param high the highest
     */
    @JsonTypeName("range")
    record Range(BigDecimal low, BigDecimal high) implements StandAlonePrice {

        /** Drops trailing zeros. */
        public Range {
            low = Amounts.plain(low);
            high = Amounts.plain(high);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.range(this);
        }
    }

    /**
     * Expected cost and a margin (606-10-32-34(b)).
     *
     * @param cost the expected cost
     * @param margin by how much the price is above the cost: 50% of a cost of 20,000 makes 30,000
     */
    @JsonTypeName("costPlus")
    record CostPlus(BigDecimal cost, Rate margin) implements StandAlonePrice {

        /** Drops trailing zeros. */
        public CostPlus {
            cost = Amounts.plain(cost);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.costPlus(this);
        }
    }

    /**
     * What the others leave, where prices are highly variable or not yet set (606-10-32-34(c)).
     *
     * @param low the lowest price at which it was sold; what is left below that is no faithful price
     * @param high the highest
     */
    @JsonTypeName("residual")
    record Residual(BigDecimal low, BigDecimal high) implements StandAlonePrice {

        /** Drops trailing zeros. */
        public Residual {
            low = Amounts.plain(low);
            high = Amounts.plain(high);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.residual(this);
        }
    }
}
