package io.salesops.quote.price;

import io.salesops.core.money.Amounts;
import java.math.BigDecimal;

/**
 * Units that are paid for whether they are used or not; those beyond are overage.
 *
 * <p>Without overage the fee is the whole price: the price model is not asked at all, so that a flat fee of its first tier, which
 * others charge even for nothing, is not added. Whoever wants it puts it into {@code fee}. With overage the model starts from
 * its first tier with the first unit beyond.
 *
 * @param units how many billed units the fee covers
 * @param fee the price of them all
 */
public record Commitment(BigDecimal units, BigDecimal fee) {

    /** Drops trailing zeros. */
    public Commitment {
        units = Amounts.plain(units);
        fee = Amounts.plain(fee);
    }
}
