package io.salesops.core.match;

/**
 * Two records that must not be one.
 *
 * @param first the smaller id
 * @param second the larger id
 * @param reason why, in English
 * @param <I> the type of the ids
 */
public record Separation<I>(I first, I second, String reason) {}
