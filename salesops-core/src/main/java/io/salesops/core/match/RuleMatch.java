package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Truth;
import io.salesops.core.explain.Outcome;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/**
 * Whether two records match by a rule, with every alternative and the condition on which it failed. Immutable and
 * thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = RuleMatch.Builder.class)
public interface RuleMatch extends WithRuleMatch, Outcome {

    /** True where an alternative is met; unknown where none is, but one fails for missing texts only. */
    Truth truth();

    /** The alternatives that are met, by their words. */
    ImmutableList<RuleAlternative> met();

    /** Whether the two match: unknown is no match. */
    default boolean matches() {
        return truth() == Truth.TRUE;
    }

    /** Starts a decision. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that an alternative is met exactly where they match. */
    @Value.Check
    default void check() {
        checkArgument((truth() == Truth.TRUE) == !met().isEmpty(), "truth is %s, but met are %s", truth(), met());
    }

    /** Builds decisions. */
    final class Builder extends ImmutableRuleMatch.Builder {
        Builder() {}
    }
}
