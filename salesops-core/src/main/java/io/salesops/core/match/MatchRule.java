package io.salesops.core.match;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * When two records of one kind match: where they meet all conditions of one alternative. Equations of match fields as
 * CRMs have them are such rules; {@link MatchRules} has the published ones.
 *
 * <p>A rule is what a user wrote and can be held to, and needs no data. A {@link MatchModel} weighs all columns against
 * each other and finds more, with fewer false matches, where there are some hundred records to learn from.
 * {@link LeadMatchingRules} relate a lead to an account, records of two kinds, and choose one of several.
 *
 * <p>The order of conditions and alternatives says nothing. Immutable and thread-safe.
 */
@Document(kind = "match-rule", version = 1)
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = MatchRule.Builder.class)
public interface MatchRule extends WithMatchRule {

    /** The document kind and its version: {@code salesops/match-rule/1}. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(MatchRule.class);
    }

    /** What the user calls it. */
    String id();

    /** Its version. */
    String version();

    /** The conditions; names are unique. */
    ImmutableList<RuleCondition> conditions();

    /** The alternatives, of which one is enough. */
    ImmutableList<RuleAlternative> alternatives();

    /**
     * Two columns whose texts may stand in each other's place in one of the records, first and last name; or none. A record
     * that has only one of the two is not transposed.
     */
    ImmutableList<String> transposed();

    /** The blocking rules by which a table is searched; two single records are compared whatever they share. */
    ImmutableList<BlockingRule> blocking();

    /** How many pairs of a table may be compared; the smallest blocks come first, what does not fit is an omission. */
    @Value.Default
    default long pairBudget() {
        return 50_000_000L;
    }

    /** Anything worth saying about it. */
    Optional<String> note();

    /** Starts a rule. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds rules. */
    final class Builder extends ImmutableMatchRule.Builder {
        Builder() {}
    }
}
