package io.salesops.core.match;

import io.salesops.core.explain.Explained;
import io.salesops.core.explain.Explanation;

/**
 * A record of one table and the one of another that it is.
 *
 * @param first the id in the first table
 * @param second the id in the second table
 * @param explanation the waterfall from the prior to the weight, in bits with three decimals
 * @param <I> the type of the ids of the first table
 * @param <J> the type of the ids of the second table
 */
public record Link<I, J>(I first, J second, Explanation.Sum explanation) implements Explained {

    /** The weight in bits: log2 of the odds that the two are one. */
    public double weight() {
        return explanation.total().value().doubleValue();
    }

    /** The probability that the two are one: odds / (1 + odds). */
    public double probability() {
        return Bits.probability(weight());
    }
}
