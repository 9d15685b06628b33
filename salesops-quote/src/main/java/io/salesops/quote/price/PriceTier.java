package io.salesops.quote.price;

import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A unit price and a flat fee for quantities up to a bound; the bound before it is where the tier starts, so that tiers
 * have neither gaps nor overlaps, and 10.5 units always have one.
 *
 * @param upTo the bound, in; without a bound the tier has no end
 * @param below the bound, out; a tier states one bound at most, and the tiers of a price all the same kind
 * @param unit the price of one unit
 * @param flat a fee for entering the tier; none unless stated
 * @param block how many units are sold together: started blocks inside the tier count, and {@code unit} is the price of a
 *     block; single units unless stated
 */
public record PriceTier(
        Optional<BigDecimal> upTo,
        Optional<BigDecimal> below,
        BigDecimal unit,
        Optional<BigDecimal> flat,
        Optional<BigDecimal> block) {

    /** Drops trailing zeros, so that equal prices are equal tiers. */
    public PriceTier {
        upTo = upTo.map(Amounts::plain);
        below = below.map(Amounts::plain);
        unit = Amounts.plain(unit);
        flat = flat.map(Amounts::plain);
        block = block.map(Amounts::plain);
    }

    /** Obtains a tier of single units whose bound, if it has one, is in. */
    public PriceTier(Optional<BigDecimal> upTo, BigDecimal unit, Optional<BigDecimal> flat) {
        this(upTo, Optional.empty(), unit, flat, Optional.empty());
    }

    /** Obtains a tier with a bound that is in, from decimals as text. */
    public static PriceTier to(String upTo, String unit) {
        return new PriceTier(Optional.of(new BigDecimal(upTo)), new BigDecimal(unit), Optional.empty());
    }

    /** Obtains a tier with a bound that is out, from decimals as text. */
    public static PriceTier below(String bound, String unit) {
        return new PriceTier(
                Optional.empty(),
                Optional.of(new BigDecimal(bound)),
                new BigDecimal(unit),
                Optional.empty(),
                Optional.empty());
    }

    /** Obtains the last tier, without bound, from a decimal as text. */
    public static PriceTier beyond(String unit) {
        return new PriceTier(Optional.empty(), new BigDecimal(unit), Optional.empty());
    }

    /** Returns this tier with a flat fee, from a decimal as text. */
    public PriceTier plus(String flatFee) {
        return new PriceTier(upTo, below, unit, Optional.of(new BigDecimal(flatFee)), block);
    }

    /** Returns this tier with units sold in blocks of a size, from a decimal as text. */
    public PriceTier inBlocksOf(String size) {
        return new PriceTier(upTo, below, unit, flat, Optional.of(new BigDecimal(size)));
    }
}
