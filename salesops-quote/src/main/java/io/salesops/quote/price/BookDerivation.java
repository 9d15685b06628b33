package io.salesops.quote.price;

import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a price book takes the prices that it does not state from another one. Every price and floor there is multiplied, a
 * surcharge is added to what depends on units (unit prices, package prices, floors), and the sum is rounded half up, never
 * below zero.
 *
 * <p>The other book may be in another currency: the factor then is the rate, which somebody decided.
 *
 * @param book the id of the other book; its version in force counts
 * @param factor what prices are multiplied with; 1 unless stated
 * @param surcharge what is added to a unit price, negative for a reduction; nothing unless stated
 * @param scale the decimals that prices are rounded to; exact unless stated
 */
public record BookDerivation(
        String book, Optional<BigDecimal> factor, Optional<BigDecimal> surcharge, OptionalInt scale) {

    /** Drops trailing zeros. */
    public BookDerivation {
        factor = factor.map(Amounts::plain);
        surcharge = surcharge.map(Amounts::plain);
    }

    /** Obtains the prices of another book, multiplied; from a decimal as text. */
    public static BookDerivation of(String book, String factor) {
        return new BookDerivation(book, Optional.of(new BigDecimal(factor)), Optional.empty(), OptionalInt.empty());
    }

    /** Returns this derivation with a surcharge on unit prices, from a decimal as text. */
    public BookDerivation plus(String amount) {
        return new BookDerivation(book, factor, Optional.of(new BigDecimal(amount)), scale);
    }

    /** Returns this derivation with prices rounded to decimals. */
    public BookDerivation roundedTo(int decimals) {
        return new BookDerivation(book, factor, surcharge, OptionalInt.of(decimals));
    }
}
