package io.salesops.core.crm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a lead. */
public record LeadId(@JsonValue String value) implements Comparable<LeadId> {

    /** Checks that the identifier carries text: not blank, at most 255 characters, no control characters. */
    public LeadId {
        IdText.check("lead id", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static LeadId of(String value) {
        return new LeadId(value);
    }

    @Override
    public int compareTo(LeadId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
