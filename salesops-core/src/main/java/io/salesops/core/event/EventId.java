package io.salesops.core.event;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.salesops.core.crm.Blanks;

/** Identifies an event; whoever reports it chooses it, so that a report that is repeated is known again. */
public record EventId(@JsonValue String value) implements Comparable<EventId> {

    /** Checks that the identifier carries text. */
    public EventId {
        checkArgument(!Blanks.isBlank(value), "event id must not be blank: '%s'", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static EventId of(String value) {
        return new EventId(value);
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
