package io.salesops.quote.pricing;

import io.salesops.core.money.Rational;

/**
 * A change of the sum of the lines, and how it is spread over them.
 *
 * @param rule where it stands
 * @param cause why a line's price changed by its share
 * @param what what happened to the sum, in words
 * @param change the rounded change, in minor units, negative for a discount
 * @param exact the exact change, in minor units
 * @param whole what the lines come to before it, in minor units
 * @param byResidue whether single minor units go to the lines with the largest residues, instead of shares by price
 */
record HeaderStep(StepRule rule, Cause cause, String what, long change, Rational exact, long whole, boolean byResidue) {

    /** The share of the exact change that the price of a line before it is of the whole, in minor units. */
    Rational exactShare(long price) {
        return byResidue || whole == 0 ? Rational.ZERO : exact.times(Rational.of(price, whole));
    }
}
