package io.salesops.core.quality;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;

/**
 * What one rule found.
 *
 * @param rule the rule's id
 * @param checked how many records it could judge
 * @param violations how many of them break it
 * @param within whether that is within the tolerated share; false where none is stated
 */
@Value.Builder
@JsonDeserialize(builder = RuleResultBuilder.class)
public record RuleResult(String rule, long checked, long violations, boolean within) {

    /** Checks the counts. */
    public RuleResult {
        checkArgument(
                0 <= violations && violations <= checked,
                "rule %s: %s violations of %s checks",
                rule,
                violations,
                checked);
    }
}
