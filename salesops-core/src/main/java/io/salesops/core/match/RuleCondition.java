package io.salesops.core.match;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.text.Normalizer;
import org.immutables.value.Value;

/** How close two texts of one column must be for a rule. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = RuleCondition.Builder.class)
public interface RuleCondition extends WithRuleCondition {

    /** The column. */
    String column();

    /** What alternatives call the condition; the column unless stated. */
    @Value.Default
    default String name() {
        return column();
    }

    /** What is applied to the text before it is compared, in order. */
    ImmutableList<Normalizer> normalize();

    /**
     * The methods with their thresholds, of which one is enough, as in {@link ComparisonLevel}:
     * {@code jaroWinkler>=0.85|nickname}. Texts that are equal once normalised always meet it.
     */
    String when();

    /** What is said of missing texts; they do not match unless stated. */
    @Value.Default
    default BlankHandling blanks() {
        return BlankHandling.DOES_NOT_MATCH;
    }

    /** Starts a condition. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds conditions. */
    final class Builder extends ImmutableRuleCondition.Builder {
        Builder() {}
    }
}
