package io.salesops.core.match;

/**
 * Two records of which somebody said whether they are one.
 *
 * @param first one record
 * @param second another
 * @param isMatch whether they are one
 * @param <I> the type of the ids
 */
public record LabelledPair<I>(I first, I second, boolean isMatch) {}
