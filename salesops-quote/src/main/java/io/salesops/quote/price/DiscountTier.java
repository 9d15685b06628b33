package io.salesops.quote.price;

import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A discount for quantities up to a bound; the bound before it is where the tier starts.
 *
 * @param upTo the bound, in; without a bound the tier has no end
 * @param below the bound, out; a tier states one bound at most, and the tiers of one schedule all the same kind
 * @param rate the discount
 */
public record DiscountTier(Optional<BigDecimal> upTo, Optional<BigDecimal> below, Rate rate) {

    /** Drops trailing zeros, so that equal discounts are equal tiers. */
    public DiscountTier {
        upTo = upTo.map(Amounts::plain);
        below = below.map(Amounts::plain);
    }

    /** Obtains a tier with a bound that is in, from a decimal as text. */
    public static DiscountTier to(String upTo, Rate rate) {
        return new DiscountTier(Optional.of(new BigDecimal(upTo)), Optional.empty(), rate);
    }

    /** Obtains a tier with a bound that is out, from a decimal as text. */
    public static DiscountTier below(String bound, Rate rate) {
        return new DiscountTier(Optional.empty(), Optional.of(new BigDecimal(bound)), rate);
    }

    /** Obtains the last tier, without bound. */
    public static DiscountTier beyond(Rate rate) {
        return new DiscountTier(Optional.empty(), Optional.empty(), rate);
    }
}
