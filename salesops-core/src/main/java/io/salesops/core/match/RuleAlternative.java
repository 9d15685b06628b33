package io.salesops.core.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;

/**
 * One alternative of a rule: records that meet all of these conditions match.
 *
 * @param all the names of the conditions
 */
public record RuleAlternative(@JsonProperty(required = true) ImmutableList<String> all) {

    /** Obtains an alternative. */
    public static RuleAlternative of(String... conditions) {
        return new RuleAlternative(ImmutableList.copyOf(conditions));
    }

    @Override
    public String toString() {
        return String.join(" + ", all);
    }
}
