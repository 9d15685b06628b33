package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/**
 * Two records and their weight.
 *
 * @param first the smaller id
 * @param second the larger id
 * @param weight log2 of the odds that the two are one, in bits with three decimals
 * @param <I> the type of the ids
 */
public record ScoredPair<I>(I first, I second, double weight) implements Serializable {
    private static final double MOST_BITS = 1_000_000;

    /** Checks that the weight is a number of bits. */
    public ScoredPair {
        checkArgument(
                Math.abs(weight) <= MOST_BITS,
                "the weight of %s and %s is no number of bits: %s",
                first,
                second,
                weight);
    }
}
