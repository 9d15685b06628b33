package io.salesops.territory.route;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a router: what shares the leads of a policy among reps. */
public record RouterId(@JsonValue String value) implements Comparable<RouterId> {

    /** Checks that the identifier carries text. */
    public RouterId {
        checkArgument(!value.isBlank(), "router id must not be blank: '%s'", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static RouterId of(String value) {
        return new RouterId(value);
    }

    @Override
    public int compareTo(RouterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
