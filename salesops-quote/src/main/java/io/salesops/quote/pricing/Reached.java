package io.salesops.quote.pricing;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.quote.document.Quote;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * A quote that comes near a goal.
 *
 * @param quote the quote with the discount
 * @param discount the smallest of those that come to this price
 * @param net what the quote comes to
 * @param residual the exact net price that the goal asks for, less this one; negative above the goal
 */
@Value.Builder
@JsonDeserialize(builder = ReachedBuilder.class)
public record Reached(Quote quote, Rate discount, MonetaryAmount net, Rational residual) {

    /** Starts a result. */
    public static ReachedBuilder builder() {
        return new ReachedBuilder();
    }
}
