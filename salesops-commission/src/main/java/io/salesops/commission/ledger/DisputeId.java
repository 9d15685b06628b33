package io.salesops.commission.ledger;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a dispute. */
public record DisputeId(@JsonValue String value) implements Comparable<DisputeId> {

    /** Checks that the identifier carries text. */
    public DisputeId {
        checkArgument(!value.isBlank(), "dispute id must not be blank: '%s'", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static DisputeId of(String value) {
        return new DisputeId(value);
    }

    @Override
    public int compareTo(DisputeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
