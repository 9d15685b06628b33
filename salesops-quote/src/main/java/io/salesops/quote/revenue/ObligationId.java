package io.salesops.quote.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a performance obligation within its contract. */
public record ObligationId(@JsonValue String value) implements Comparable<ObligationId> {

    /** Checks that the identifier carries text. */
    public ObligationId {
        checkArgument(!value.isBlank(), "obligation id must not be blank: '%s'", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static ObligationId of(String value) {
        return new ObligationId(value);
    }

    @Override
    public int compareTo(ObligationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
