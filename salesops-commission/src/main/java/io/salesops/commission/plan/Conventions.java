package io.salesops.commission.plan;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/** Every choice on which plan documents differ, each with a default. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Conventions.Builder.class)
public interface Conventions extends WithConventions {

    /** The tier to which an attainment exactly at a bound belongs; the lower one unless stated. */
    @Value.Default
    default Tie tie() {
        return Tie.LOWER_TIER;
    }

    /** What a quota of zero means; the measure is not counted unless stated. */
    @Value.Default
    default ZeroQuota zeroQuota() {
        return ZeroQuota.NOT_COUNTED;
    }

    /** The day whose exchange rate converts a credit; the plan's first day unless stated. */
    @Value.Default
    default RateDate exchange() {
        return RateDate.PLAN_RATE;
    }

    /** The tier to which a bound belongs. It moves pay only where a tier pays for all revenue, and at gates never. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Tie {
        /** At 100% the tier up to 100% holds. */
        LOWER_TIER,
        /** At 100% the tier from 100% holds. */
        UPPER_TIER
    }

    /** What a quota of zero means for rules that depend on attainment; flat rules do not. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum ZeroQuota {
        /** There is no attainment: tiers pay nothing, gates on the measure do not close, its credits are left out. */
        NOT_COUNTED,
        /** Attainment is 0%: tiers pay nothing, gates stay closed. */
        IS_ZERO,
        /** Attainment is 100%: all is paid at the rate that holds there, gates up to 100% are open. */
        IS_FULL
    }

    /** The day whose exchange rate converts a credit. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum RateDate {
        /** The rate that holds on the plan's first day, for all of the plan. */
        PLAN_RATE,
        /** The rate that holds on the day of the credit. */
        EVENT_DATE
    }

    /** Starts conventions. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds conventions. */
    final class Builder extends ImmutableConventions.Builder {
        Builder() {}
    }
}
