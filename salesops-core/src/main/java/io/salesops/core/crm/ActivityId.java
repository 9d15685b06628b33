package io.salesops.core.crm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an activity. */
public record ActivityId(@JsonValue String value) implements Comparable<ActivityId> {

    /** Checks that the identifier carries text: not blank, at most 255 characters, no control characters. */
    public ActivityId {
        IdText.check("activity id", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static ActivityId of(String value) {
        return new ActivityId(value);
    }

    @Override
    public int compareTo(ActivityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
