package io.salesops.quote.pricing;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.salesops.core.money.Rate;
import javax.money.MonetaryAmount;

/** What a quote is to come to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(ReachGoal.Net.class),
    @JsonSubTypes.Type(ReachGoal.Margin.class),
    @JsonSubTypes.Type(ReachGoal.Discount.class)
})
public sealed interface ReachGoal {

    /** Calls the case for this kind of goal. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of goal. */
    interface Cases<R> {
        R net(Net goal);

        R margin(Margin goal);

        R discount(Discount goal);
    }

    /**
     * A net price.
     *
     * @param net in the currency of the quote
     */
    @JsonTypeName("net")
    record Net(MonetaryAmount net) implements ReachGoal {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.net(this);
        }
    }

    /**
     * A margin over all lines.
     *
     * @param margin the share of the net price that costs leave, below 100%
     */
    @JsonTypeName("margin")
    record Margin(Rate margin) implements ReachGoal {

        /** Checks that there is a price with that margin. */
        public Margin {
            checkArgument(margin.compareTo(Rate.ONE) < 0, "a margin is below 100%%: %s", margin);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.margin(this);
        }
    }

    /**
     * A discount over all lines.
     *
     * @param discount how far the net price is below the list price
     */
    @JsonTypeName("discount")
    record Discount(Rate discount) implements ReachGoal {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.discount(this);
        }
    }
}
