package io.salesops.core.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;

/**
 * How agreement of records that are not one depends on their agreement in another column: two restaurants of one street
 * are in one city as well, so that the city is no further evidence.
 *
 * <p>Source: the tree of dependences of C. Chow and C. Liu, Approximating Discrete Probability Distributions with
 * Dependence Trees, 1968.
 *
 * @param comparison the name of the other comparison
 * @param u for each level of the other comparison, the u-probability of each level of this one; each row sums to 1
 */
public record Dependence(
        @JsonProperty(required = true) String comparison,
        @JsonProperty(required = true) ImmutableList<ImmutableList<Double>> u) {}
