package io.salesops.commission.credit;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an event that may be credited: a booking, an invoice or a payment. */
public record CreditEventId(@JsonValue String value) implements Comparable<CreditEventId> {

    /** Checks that the identifier carries text. */
    public CreditEventId {
        checkArgument(!value.isBlank(), "credit event id must not be blank: '%s'", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static CreditEventId of(String value) {
        return new CreditEventId(value);
    }

    @Override
    public int compareTo(CreditEventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
