package io.salesops.territory.area;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** What a design makes small within the bands: compactness, and travel beside it. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Objective.Builder.class)
public interface Objective extends WithObjective {

    /** What a compact territory has little of; moment of inertia unless stated. */
    @Value.Default
    default Compactness compactness() {
        return Compactness.INERTIA;
    }

    /** The measure that weighs distances; without it each unit counts 1. */
    Optional<String> measure();

    /** How much the way from each territory's home to its units counts beside compactness; 0 unless stated. */
    @Value.Default
    default double travel() {
        return 0;
    }

    /** Whether distances are rounded down to whole numbers, as the classic instances of the p-median prescribe. */
    @Value.Default
    default boolean wholeDistances() {
        return false;
    }

    /** Obtains the moment of inertia, each unit counting 1. */
    static Objective standard() {
        return builder().build();
    }

    /** Starts an objective. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks the range. */
    @Value.Check
    default void check() {
        checkArgument(travel() >= 0 && travel() <= 1e6, "travel must be from 0 to 1,000,000: %s", travel());
    }

    /** Builds objectives. */
    final class Builder extends ImmutableObjective.Builder {
        Builder() {}
    }
}
