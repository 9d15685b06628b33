package io.salesops.core.match;

import java.io.Serializable;

/**
 * Two records and their weight.
 *
 * @param first the smaller id
 * @param second the larger id
 * @param weight log2 of the odds that the two are one, in bits with three decimals
 * @param <I> the type of the ids
 */
public record ScoredPair<I>(I first, I second, double weight) implements Serializable {}
