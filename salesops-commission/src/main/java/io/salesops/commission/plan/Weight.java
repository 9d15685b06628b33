package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rate;
import org.immutables.value.Value;

/**
 * Counts the pay of rules by a fixed share.
 *
 * @param id what statements call the rule
 * @param share the weight
 * @param on the ids of the rules on which it acts; empty means every rule that pays
 */
@JsonTypeName("weight")
@Value.Builder
@JsonDeserialize(builder = WeightBuilder.class)
public record Weight(String id, Rate share, ImmutableList<String> on) implements AdjustingRule {

    @Override
    public <R> R match(Kinds<R> kinds) {
        return kinds.weight(this);
    }
}
