package io.salesops.quote.price;

import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A unit price and a flat fee up to (and with) a quantity.
 *
 * <p>A tier begins where the one before it ends: there are no gaps, and a fractional quantity always falls into one tier.
 *
 * @param upTo the largest quantity that belongs to the tier; absent on a last tier without bound
 * @param unit the price of one unit, in any number of decimals
 * @param flat a fee for the tier as a whole, however many units fall into it
 */
public record PriceTier(Optional<BigDecimal> upTo, BigDecimal unit, Optional<BigDecimal> flat) {

    /** Drops trailing zeros, so that equal prices are equal tiers. */
    public PriceTier {
        upTo = upTo.map(Amounts::plain);
        unit = Amounts.plain(unit);
        flat = flat.map(Amounts::plain);
    }

    /** Obtains a tier with a bound, from decimals as text. */
    public static PriceTier to(String upTo, String unit) {
        return new PriceTier(Optional.of(new BigDecimal(upTo)), new BigDecimal(unit), Optional.empty());
    }

    /** Obtains the last tier, without bound, from a decimal as text. */
    public static PriceTier beyond(String unit) {
        return new PriceTier(Optional.empty(), new BigDecimal(unit), Optional.empty());
    }

    /** Returns this tier with a flat fee, from a decimal as text. */
    public PriceTier plus(String flatFee) {
        return new PriceTier(upTo, unit, Optional.of(new BigDecimal(flatFee)));
    }
}
