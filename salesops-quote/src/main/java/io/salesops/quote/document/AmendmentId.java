package io.salesops.quote.document;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an amendment within its contract. */
public record AmendmentId(@JsonValue String value) implements Comparable<AmendmentId> {

    /** Checks that the identifier carries text. */
    public AmendmentId {
        checkArgument(!value.isBlank(), "amendment id must not be blank: '%s'", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static AmendmentId of(String value) {
        return new AmendmentId(value);
    }

    @Override
    public int compareTo(AmendmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
