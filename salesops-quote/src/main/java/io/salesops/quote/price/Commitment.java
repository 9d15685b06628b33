package io.salesops.quote.price;

import io.salesops.core.money.Amounts;
import java.math.BigDecimal;

/**
 * Units that are paid for whether they are used or not; those beyond are overage.
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
