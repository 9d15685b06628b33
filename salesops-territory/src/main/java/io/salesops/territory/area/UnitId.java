package io.salesops.territory.area;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an alignment unit: a postal code, a county, an account. */
public record UnitId(@JsonValue String value) implements Comparable<UnitId> {

    /** Checks that the identifier carries text. */
    public UnitId {
        checkArgument(!value.isBlank(), "unit id must not be blank: '%s'", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static UnitId of(String value) {
        return new UnitId(value);
    }

    @Override
    public int compareTo(UnitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
