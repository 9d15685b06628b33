package io.salesops.core.match;

import io.salesops.core.explain.Explained;
import io.salesops.core.explain.Explanation;

/**
 * Two records that are one.
 *
 * @param first the smaller id
 * @param second the larger id
 * @param explanation the waterfall from the prior to the weight, in bits with three decimals, a step for each comparison
 * @param <I> the type of the ids
 */
public record Match<I>(I first, I second, Explanation.Sum explanation) implements Explained {

    /** The weight in bits: log2 of the odds that the two are one. */
    public double weight() {
        return explanation.total().value().doubleValue();
    }

    /** The probability that the two are one: odds / (1 + odds). */
    public double probability() {
        return Bits.probability(weight());
    }
}
