package io.salesops.territory.design;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.territory.area.TerritoryPlanId;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Seed, steps, alternatives, and where a design begins. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = DesignOptions.Builder.class)
public interface DesignOptions extends WithDesignOptions {

    /** Seeds every random choice. */
    @Value.Default
    default long seed() {
        return 1;
    }

    /** How many steps the search does; without it as many as its first round and some improvement take, or the time allows. */
    OptionalLong steps();

    /** How many alternatives to offer at most; those that another is better than in every figure are not offered. */
    @Value.Default
    default int alternatives() {
        return 3;
    }

    /** Where the design begins. */
    @Value.Default
    default Beginning beginning() {
        return Beginning.SCRATCH;
    }

    /** The only territories that may change, with the units that belong to them at present; all, if empty. */
    ImmutableSet<TerritoryId> region();

    /** What the plans are called; alternative 2 of {@code design} is {@code design-2}. */
    @Value.Default
    default TerritoryPlanId planId() {
        return TerritoryPlanId.of("design");
    }

    /** Obtains the defaults. */
    static DesignOptions standard() {
        return builder().build();
    }

    /** Starts options. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks the ranges. */
    @Value.Check
    default void check() {
        checkArgument(steps().orElse(0) >= 0, "steps must not be negative: %s", steps());
        checkArgument(
                alternatives() >= 1 && alternatives() <= 20, "alternatives must be from 1 to 20: %s", alternatives());
    }

    /** Builds options. */
    final class Builder extends ImmutableDesignOptions.Builder {
        Builder() {}
    }
}
