package io.salesops.territory.area;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a territory plan. */
public record TerritoryPlanId(@JsonValue String value) implements Comparable<TerritoryPlanId> {

    /** Checks that the identifier carries text. */
    public TerritoryPlanId {
        checkArgument(!value.isBlank(), "territory plan id must not be blank: '%s'", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static TerritoryPlanId of(String value) {
        return new TerritoryPlanId(value);
    }

    @Override
    public int compareTo(TerritoryPlanId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
