package io.salesops.territory.area;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;

/** Units of which a rule speaks at once. */
public record UnitGroup(@JsonValue ImmutableSet<UnitId> units) {

    /** Checks that there are at least two. */
    public UnitGroup {
        checkArgument(units.size() >= 2, "a group has at least two units: %s", units);
    }

    /** Obtains a group of units. */
    @JsonCreator
    public static UnitGroup of(ImmutableSet<UnitId> units) {
        return new UnitGroup(units);
    }

    /** Obtains a group from the texts of its units. */
    public static UnitGroup of(String... units) {
        return new UnitGroup(Stream.of(units).map(UnitId::of).collect(ImmutableSet.toImmutableSet()));
    }
}
