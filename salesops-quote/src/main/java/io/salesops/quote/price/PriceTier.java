package io.salesops.quote.price;

import static com.google.common.base.Preconditions.checkArgument;

import io.salesops.core.money.Rational;
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

    private static final int MOST_DECIMALS = 60;

    /** Drops trailing zeros, so that equal prices are equal tiers. */
    public PriceTier {
        upTo = upTo.map(PriceTier::plain);
        unit = plain(unit);
        flat = flat.map(PriceTier::plain);
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

    /** Returns the same number without trailing zeros and without exponent. */
    static BigDecimal plain(BigDecimal value) {
        // 1e1000000000 is a short text and an endless number.
        checkArgument(
                Math.abs((long) value.scale()) <= MOST_DECIMALS && value.precision() <= MOST_DECIMALS,
                "price or quantity must have at most %s digits: %s",
                MOST_DECIMALS,
                value);
        return Rational.of(value).decimal().orElseThrow();
    }
}
