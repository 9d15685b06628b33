package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One level of agreement with its m- and u-probability.
 *
 * <p>Levels are tried in order; the first whose condition holds is the level of a pair. Conditions are {@code exact},
 * {@code jaroWinkler>=0.92}, {@code levenshtein<=1}, {@code osa<=1}, {@code jaccard>=0.5}, {@code overlap>=1} (words of
 * the shorter text that are in the other), {@code prefix>=4} and {@code suffix>=7} (characters in common at the start or
 * end), and {@code otherwise}, which stands last.
 *
 * @param when the condition, on the two normalised texts
 * @param m how likely the level is where two records are one, above 0 and up to 1
 * @param u how likely it is where they are not, above 0 and up to 1
 */
public record ComparisonLevel(
        @JsonProperty(required = true) String when,
        @JsonProperty(required = true) double m,
        @JsonProperty(required = true) double u) {

    /** Checks that both are probabilities that the logarithm takes. */
    public ComparisonLevel {
        checkArgument(m > 0 && m <= 1, "m of level '%s' must be above 0 and at most 1: %s", when, m);
        checkArgument(u > 0 && u <= 1, "u of level '%s' must be above 0 and at most 1: %s", when, u);
    }

    /** The match weight in bits: log2(m / u). */
    public double weight() {
        return Bits.log2(m / u);
    }
}
