package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import org.immutables.value.Value;

/**
 * Multiplies the pay of rules by a factor that a measure sets: an accelerator, a decelerator, a quality factor.
 *
 * @param id what statements call the rule
 * @param measure whose attainment sets the factor
 * @param tiers factors by level; the factor of the tier that is reached holds for all pay
 * @param on the ids of the rules on which it acts; empty means every rule that pays
 */
@JsonTypeName("multiplier")
@Value.Builder
@JsonDeserialize(builder = MultiplierBuilder.class)
public record Multiplier(String id, String measure, ImmutableList<Tier> tiers, ImmutableList<String> on)
        implements AdjustingRule {

    @Override
    public <R> R match(Kinds<R> kinds) {
        return kinds.multiplier(this);
    }
}
