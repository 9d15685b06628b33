package io.salesops.core.crm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a sales rep. */
public record RepId(@JsonValue String value) implements Comparable<RepId> {

    /** Checks that the identifier carries text: not blank, at most 255 characters, no control characters. */
    public RepId {
        IdText.check("rep id", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static RepId of(String value) {
        return new RepId(value);
    }

    @Override
    public int compareTo(RepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
