package io.salesops.quote.price;

import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Turns what is metered into what is billed: 1,999 requests are 1 of a thousand requests, cut off.
 *
 * @param divideBy how many metered units make a billed one
 * @param rounding how billed units become whole; fractions stay unless stated
 */
public record UnitConversion(BigDecimal divideBy, Optional<UnitRounding> rounding) {

    /** Drops trailing zeros. */
    public UnitConversion {
        divideBy = Amounts.plain(divideBy);
    }

    /** Obtains a conversion into whole units, from a decimal as text. */
    public static UnitConversion by(String divideBy, UnitRounding rounding) {
        return new UnitConversion(new BigDecimal(divideBy), Optional.of(rounding));
    }
}
