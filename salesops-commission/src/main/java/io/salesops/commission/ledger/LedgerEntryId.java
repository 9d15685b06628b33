package io.salesops.commission.ledger;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a posting. */
public record LedgerEntryId(@JsonValue String value) implements Comparable<LedgerEntryId> {

    /** Checks that the identifier carries text. */
    public LedgerEntryId {
        checkArgument(!value.isBlank(), "ledger entry id must not be blank: '%s'", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static LedgerEntryId of(String value) {
        return new LedgerEntryId(value);
    }

    @Override
    public int compareTo(LedgerEntryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
