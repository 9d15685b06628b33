package io.salesops.territory.area;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** The smallest thing that is assigned: a postal code, a county, an account. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = AlignmentUnit.Builder.class)
public interface AlignmentUnit extends WithAlignmentUnit {

    /** The unit's identity. */
    UnitId id();

    /** Where it lies. */
    Location location();

    /** What it weighs in each measure, not negative; a measure that is not named weighs nothing. */
    ImmutableMap<String, Long> weights();

    /** The territory that it belongs to at present. */
    Optional<TerritoryId> present();

    /** Whether it stays where it is at present. */
    @Value.Default
    default boolean locked() {
        return false;
    }

    /** What moving it costs, in the words of {@link Disruption}; without it, what it weighs there. */
    OptionalLong moveCost();

    /** Its class of protection from being moved, see {@link Disruption#classes()}. */
    Optional<String> protection();

    /** Its area, for maps only: several polygons where it has several parts, none where it is a point. */
    ImmutableList<Polygon> outline();

    /** Returns what the unit weighs in a measure. */
    default long weight(String measure) {
        Long weight = weights().get(measure);
        return weight == null ? 0 : weight;
    }

    /** Starts a unit. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds units. */
    final class Builder extends ImmutableAlignmentUnit.Builder {
        Builder() {}
    }
}
