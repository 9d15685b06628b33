package io.salesops.commission.credit;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a credit. */
public record CreditId(@JsonValue String value) implements Comparable<CreditId> {

    /** Checks that the identifier carries text. */
    public CreditId {
        checkArgument(!value.isBlank(), "credit id must not be blank: '%s'", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static CreditId of(String value) {
        return new CreditId(value);
    }

    @Override
    public int compareTo(CreditId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
