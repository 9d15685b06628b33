package io.salesops.core.quality;

/**
 * A rule that a profile suggests.
 *
 * @param rule the rule
 * @param reason what in the profile speaks for it
 */
public record SuggestedRule(QualityRule rule, String reason) {}
