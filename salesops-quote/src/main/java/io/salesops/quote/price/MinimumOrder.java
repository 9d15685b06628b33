package io.salesops.quote.price;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import javax.money.MonetaryAmount;

/**
 * The least that a quote must come to.
 *
 * <p>A minimum in another currency is converted exactly; where it falls between two minor units a top-up goes to the upper
 * one, whatever the rounding mode of the policy: the lower one would not reach the minimum.
 *
 * @param amount the least net price, converted where the quote is in another currency
 * @param shortfall what happens to a quote below it
 */
public record MinimumOrder(MonetaryAmount amount, Shortfall shortfall) {

    /** What happens to a quote that does not reach the minimum. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Shortfall {
        /** It is refused. */
        REFUSE,
        /** It has a warning. */
        WARN,
        /** What is missing is added, spread over the lines by their prices. */
        TOP_UP
    }
}
