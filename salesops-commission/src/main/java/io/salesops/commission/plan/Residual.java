package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import org.immutables.value.Value;

/**
 * Pays by the month since the start of the contract in which a credit falls; the month of the start is month 1.
 *
 * @param id what statements call the rule
 * @param measure what is paid; its credits state when the contract started
 * @param steps rates by month; after the last step nothing is paid
 */
@JsonTypeName("residual")
@Value.Builder
@JsonDeserialize(builder = ResidualBuilder.class)
public record Residual(String id, String measure, ImmutableList<ResidualStep> steps) implements EarningRule {

    @Override
    public <R> R match(Kinds<R> kinds) {
        return kinds.residual(this);
    }
}
