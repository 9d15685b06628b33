package io.salesops.core.crm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a person who acts. */
public record UserId(@JsonValue String value) implements Comparable<UserId> {

    /** Checks that the identifier carries text: not blank, at most 255 characters, no control characters. */
    public UserId {
        IdText.check("user id", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static UserId of(String value) {
        return new UserId(value);
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
