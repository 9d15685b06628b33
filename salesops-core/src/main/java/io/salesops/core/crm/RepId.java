package io.salesops.core.crm;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a sales rep. */
public record RepId(@JsonValue String value) implements Comparable<RepId> {

    /** Checks that the identifier carries text. */
    public RepId {
        checkArgument(!value.isBlank(), "rep id must not be blank: '%s'", value);
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
