package io.salesops.quote.document;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a line within its document. */
public record LineId(@JsonValue String value) implements Comparable<LineId> {

    /** Checks that the identifier carries text. */
    public LineId {
        checkArgument(!value.isBlank(), "line id must not be blank: '%s'", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static LineId of(String value) {
        return new LineId(value);
    }

    @Override
    public int compareTo(LineId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
