package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Pays what a function of the application makes of the running total.
 *
 * @param id what statements call the rule
 * @param measure what is paid
 * @param function the name of the {@link PayoutFunction}
 */
@JsonTypeName("computed")
public record Computed(String id, String measure, String function) implements EarningRule {

    @Override
    public <R> R match(Kinds<R> kinds) {
        return kinds.computed(this);
    }
}
