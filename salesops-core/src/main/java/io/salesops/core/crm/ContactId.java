package io.salesops.core.crm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a contact. */
public record ContactId(@JsonValue String value) implements Comparable<ContactId> {

    /** Checks that the identifier carries text: not blank, at most 255 characters, no control characters. */
    public ContactId {
        IdText.check("contact id", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static ContactId of(String value) {
        return new ContactId(value);
    }

    @Override
    public int compareTo(ContactId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
