package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One level of agreement with its m- and u-probability.
 *
 * <p>Levels are tried in order; the first whose condition holds is the level of a pair. Conditions on two normalised texts:
 *
 * <ul>
 *   <li>{@code exact}; {@code otherwise}, which stands last
 *   <li>{@code jaroWinkler>=0.92}, {@code levenshtein<=1}, {@code osa<=1}; {@code typo}: one edit in four characters or more
 *   <li>{@code nickname}; {@code contained}: one begins with the other; {@code acronym}: one is the first letters of the
 *       words of the other
 *   <li>{@code jaccard>=0.5} and {@code overlap>=1} of words; {@code similar>=0.75}: soft TF-IDF of words, or the share of
 *       characters that no edit touches, whichever is larger
 *   <li>{@code edits>=0.85}: the share of characters that no edit touches; {@code keyboard>=0.9}: the same, but a slip to a
 *       neighbouring key of a QWERTY keyboard is half an edit
 *   <li>names: {@code sound}: the same Double Metaphone code; {@code initial}: one is the first letter of the other
 *   <li>{@code phoneParts>=0.8} of the country code (weight 0.1), the area code (0.5), the exchange (0.3) and the line (0.1)
 *       of numbers of ten digits, or eleven with a leading 1; {@code streetParts>=0.8} of the street's name (0.5), the house number (0.2), the kind of
 *       street (0.15) and the suite (0.15), as far as one of the two has them
 *   <li>{@code prefix>=4} and {@code suffix>=7} characters in common; {@code sameHalf}: the first half
 *   <li>days as eight digits: {@code sameYear}; {@code sameDay}: month and day, or swapped; {@code osaInYear<=2};
 *       {@code days<=3}
 *   <li>e-mail addresses: {@code sameUser}, {@code user>=0.85} by Jaro-Winkler, {@code sameHost}
 *   <li>{@code ratio>=0.95} of the smaller number to the larger; {@code kilometers<=1} between "latitude,longitude"
 *   <li>of a comparison that is {@code crossedWith} another: {@code swapped}: each stands, nearly, in the other's place;
 *       {@code alone}: one record has only this text, and it stands in the other's place in the other record. Then the
 *       other comparison says nothing. Both are tried where neither column agrees at a level before.
 * </ul>
 *
 * <p>A bar joins alternatives: {@code jaroWinkler>=0.93|nickname}.
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
