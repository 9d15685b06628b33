package io.salesops.territory.area;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What it costs to take a unit from its present territory. Immutable and thread-safe.
 *
 * <p>A cost, not a first criterion: an absolute wish to move nothing keeps a plan in which one territory has everything.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Disruption.Builder.class)
public interface Disruption extends WithDisruption {

    /** How much moving everything would count beside the compactness of a usual plan; 0 unless stated. */
    @Value.Default
    default double importance() {
        return 0;
    }

    /** The most that may be moved, of what has a present territory; 100% unless stated. */
    @Value.Default
    default Rate mostMoved() {
        return Rate.ONE;
    }

    /** The measure in which that share, and the cost of units that state none, is counted; without it each unit counts 1. */
    Optional<String> measure();

    /** The factor by which a class of protection multiplies the cost of moving its units. */
    ImmutableMap<String, Double> classes();

    /** Obtains a disruption that costs nothing. */
    static Disruption none() {
        return builder().build();
    }

    /** Starts a disruption. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks the ranges. */
    @Value.Check
    default void check() {
        checkArgument(
                importance() >= 0 && importance() <= 1e6,
                "importance of disruption must be from 0 to 1,000,000: %s",
                importance());
        checkArgument(
                mostMoved().signum() >= 0 && mostMoved().compareTo(Rate.ONE) <= 0,
                "mostMoved must be from 0%% to 100%%: %s",
                mostMoved());
        classes()
                .forEach((name, factor) -> checkArgument(
                        factor >= 0 && factor <= 1e6,
                        "factor of class %s must be from 0 to 1,000,000: %s",
                        name,
                        factor));
    }

    /** Builds disruptions. */
    final class Builder extends ImmutableDisruption.Builder {
        Builder() {}
    }
}
