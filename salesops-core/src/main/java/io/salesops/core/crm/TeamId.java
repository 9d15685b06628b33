package io.salesops.core.crm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a team. */
public record TeamId(@JsonValue String value) implements Comparable<TeamId> {

    /** Checks that the identifier carries text: not blank, at most 255 characters, no control characters. */
    public TeamId {
        IdText.check("team id", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static TeamId of(String value) {
        return new TeamId(value);
    }

    @Override
    public int compareTo(TeamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
