package io.salesops.core.crm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an account. */
public record AccountId(@JsonValue String value) implements Comparable<AccountId> {

    /** Checks that the identifier carries text: not blank, at most 255 characters, no control characters. */
    public AccountId {
        IdText.check("account id", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static AccountId of(String value) {
        return new AccountId(value);
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
