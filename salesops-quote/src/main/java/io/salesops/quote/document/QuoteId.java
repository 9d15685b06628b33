package io.salesops.quote.document;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a quote. */
public record QuoteId(@JsonValue String value) implements Comparable<QuoteId> {

    /** Checks that the identifier carries text. */
    public QuoteId {
        checkArgument(!value.isBlank(), "quote id must not be blank: '%s'", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static QuoteId of(String value) {
        return new QuoteId(value);
    }

    @Override
    public int compareTo(QuoteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
