package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Rate;
import org.immutables.value.Value;

/**
 * Pays a leader on the credits of the team: a rate on all, or what the rate exceeds that which was paid below.
 *
 * @param id what statements call the rule
 * @param measure what is rolled up to the leader
 * @param rate the leader's rate
 * @param mode whether what was paid below is deducted
 */
@JsonTypeName("override")
@Value.Builder
@JsonDeserialize(builder = TeamOverrideBuilder.class)
public record TeamOverride(String id, String measure, Rate rate, Mode mode) implements EarningRule {

    /** Whether what was paid below is deducted. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Mode {
        /** The rate on all. */
        AMOUNT,
        /** The rate less the one that was paid below on the same credit; never less than nothing. */
        DIFFERENTIAL
    }

    @Override
    public <R> R match(Kinds<R> kinds) {
        return kinds.override(this);
    }
}
