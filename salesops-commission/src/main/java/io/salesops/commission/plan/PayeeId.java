package io.salesops.commission.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies who is paid; a rep who is paid has the same text as the rep's id. */
public record PayeeId(@JsonValue String value) implements Comparable<PayeeId> {

    /** Checks that the identifier carries text. */
    public PayeeId {
        checkArgument(!value.isBlank(), "payee id must not be blank: '%s'", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static PayeeId of(String value) {
        return new PayeeId(value);
    }

    @Override
    public int compareTo(PayeeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
