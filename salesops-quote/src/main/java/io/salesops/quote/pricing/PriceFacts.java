package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rational;

/**
 * What a price model is asked about; amounts are in the currency of the price book.
 *
 * @param quantity how many units
 * @param amounts what the line states
 * @param cost what a unit of the offering costs the seller; zero where nothing is known
 * @param others what the lines come to of which a price is a percentage
 */
record PriceFacts(Rational quantity, ImmutableList<Rational> amounts, Rational cost, Rational others) {

    static PriceFacts of(Rational quantity) {
        return new PriceFacts(quantity, ImmutableList.of(), Rational.ZERO, Rational.ZERO);
    }

    PriceFacts withQuantity(Rational other) {
        return new PriceFacts(other, amounts, cost, others);
    }

    Rational sum() {
        return amounts.stream().reduce(Rational.ZERO, Rational::plus);
    }
}
