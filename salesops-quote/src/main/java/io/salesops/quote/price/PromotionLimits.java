package io.salesops.quote.price;

import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import javax.money.MonetaryAmount;

/**
 * How often, how long and how far a promotion acts.
 *
 * <p>A limit of units is a share of the line's units; of a line of no units it takes nothing off, even where a flat fee is
 * charged for it. Without that limit a promotion takes its share off flat fees too.
 *
 * @param uses how many quotes may use it in all; no bound unless stated
 * @param usesPerAccount how many quotes of one customer may use it; no bound unless stated
 * @param mostPerUse the most that it takes off one quote, before rounding; no bound unless stated
 * @param quantityPerLine of how many units of a line it takes something off; of all unless stated
 */
public record PromotionLimits(
        OptionalInt uses,
        OptionalInt usesPerAccount,
        Optional<MonetaryAmount> mostPerUse,
        Optional<BigDecimal> quantityPerLine) {

    private static final PromotionLimits NONE =
            new PromotionLimits(OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());

    /** Drops trailing zeros. */
    public PromotionLimits {
        quantityPerLine = quantityPerLine.map(Amounts::plain);
    }

    /** No limits. */
    public static PromotionLimits none() {
        return NONE;
    }

    /** Returns these limits with a number of uses in all. */
    public PromotionLimits uses(int times) {
        return new PromotionLimits(OptionalInt.of(times), usesPerAccount, mostPerUse, quantityPerLine);
    }

    /** Returns these limits with a number of uses for each customer. */
    public PromotionLimits usesPerAccount(int times) {
        return new PromotionLimits(uses, OptionalInt.of(times), mostPerUse, quantityPerLine);
    }

    /** Returns these limits with the most that is taken off one quote. */
    public PromotionLimits mostPerUse(MonetaryAmount amount) {
        return new PromotionLimits(uses, usesPerAccount, Optional.of(amount), quantityPerLine);
    }

    /** Returns these limits with the units of a line that count, from a decimal as text. */
    public PromotionLimits quantityPerLine(String units) {
        return new PromotionLimits(uses, usesPerAccount, mostPerUse, Optional.of(new BigDecimal(units)));
    }
}
