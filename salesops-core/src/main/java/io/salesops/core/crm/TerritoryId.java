package io.salesops.core.crm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a territory; in core because deals and reports carry it. */
public record TerritoryId(@JsonValue String value) implements Comparable<TerritoryId> {

    /** Checks that the identifier carries text: not blank, at most 255 characters, no control characters. */
    public TerritoryId {
        IdText.check("territory id", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static TerritoryId of(String value) {
        return new TerritoryId(value);
    }

    @Override
    public int compareTo(TerritoryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
