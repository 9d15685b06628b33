package io.salesops.core.quality;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import org.immutables.value.Value;

/**
 * What one rule found.
 *
 * @param rule the rule's id
 * @param fields the fields it is about
 * @param checked how many records it could judge
 * @param violations how many of them break it
 * @param within whether that is within the tolerated share; false where none is stated
 * @param estimated whether the violations are an estimate, because there were too many distinct values to count all
 * @param problems the violations by the code of their findings
 * @param values the values that break the rule most often, at most five
 */
@Value.Builder
@JsonDeserialize(builder = RuleResultBuilder.class)
public record RuleResult(
        String rule,
        ImmutableList<String> fields,
        long checked,
        long violations,
        boolean within,
        boolean estimated,
        ImmutableSortedMap<String, Long> problems,
        ImmutableList<ValueCount> values) {

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
