package io.salesops.quote.price;

import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A percentage of amounts up to a bound; the bound before it is where the tier starts.
 *
 * @param upTo the bound, in; without a bound the tier has no end
 * @param below the bound, out; a tier states one bound at most, and the tiers of one price all the same kind
 * @param rate the percentage
 * @param flat a fee for entering the tier; none unless stated
 */
public record RateTier(Optional<BigDecimal> upTo, Optional<BigDecimal> below, Rate rate, Optional<BigDecimal> flat) {

    /** Drops trailing zeros, so that equal rates are equal tiers. */
    public RateTier {
        upTo = upTo.map(Amounts::plain);
        below = below.map(Amounts::plain);
        flat = flat.map(Amounts::plain);
    }

    /** Obtains a tier with a bound that is in, from decimals as text. */
    public static RateTier to(String upTo, Rate rate) {
        return new RateTier(Optional.of(new BigDecimal(upTo)), Optional.empty(), rate, Optional.empty());
    }

    /** Obtains a tier with a bound that is out, from decimals as text. */
    public static RateTier below(String bound, Rate rate) {
        return new RateTier(Optional.empty(), Optional.of(new BigDecimal(bound)), rate, Optional.empty());
    }

    /** Obtains the last tier, without bound. */
    public static RateTier beyond(Rate rate) {
        return new RateTier(Optional.empty(), Optional.empty(), rate, Optional.empty());
    }

    /** Returns this tier with a flat fee, from a decimal as text. */
    public RateTier plus(String flatFee) {
        return new RateTier(upTo, below, rate, Optional.of(new BigDecimal(flatFee)));
    }
}
