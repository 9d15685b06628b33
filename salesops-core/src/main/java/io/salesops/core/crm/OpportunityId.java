package io.salesops.core.crm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an opportunity. */
public record OpportunityId(@JsonValue String value) implements Comparable<OpportunityId> {

    /** Checks that the identifier carries text: not blank, at most 255 characters, no control characters. */
    public OpportunityId {
        IdText.check("opportunity id", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static OpportunityId of(String value) {
        return new OpportunityId(value);
    }

    @Override
    public int compareTo(OpportunityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
