package io.salesops.territory.design;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Outcome;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.territory.area.Border;
import org.immutables.value.Value;

/**
 * Numbered alternatives, none of which another is better than in every figure; the first keeps the bands best. Immutable
 * and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = TerritoryDesign.Builder.class)
public interface TerritoryDesign extends WithTerritoryDesign, Outcome {

    /** The alternatives, at least one, numbered from 1. */
    ImmutableList<Alternative> alternatives();

    /** Why no plan can be equal, the heaviest reason first. */
    ImmutableList<AttainableBound> bounds();

    /** The bridges that joined islands. */
    ImmutableList<Border> bridges();

    /** Returns the first alternative. */
    default Alternative best() {
        return alternatives().get(0);
    }

    /** Starts a design. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that there is an alternative. */
    @Value.Check
    default void check() {
        checkArgument(!alternatives().isEmpty(), "a design has at least one alternative");
    }

    /** Builds designs. */
    final class Builder extends ImmutableTerritoryDesign.Builder {
        Builder() {}
    }
}
