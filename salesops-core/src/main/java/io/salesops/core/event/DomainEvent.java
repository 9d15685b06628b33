package io.salesops.core.event;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.Blanks;
import io.salesops.core.crm.By;
import io.salesops.core.crm.UserId;
import io.salesops.core.style.SalesOpsStyle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A thing that happened and that others may want to know. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = DomainEvent.Builder.class)
public interface DomainEvent extends WithDomainEvent {

    /** The identity. */
    Field<DomainEvent, EventId> ID = Field.of(DomainEvent.class, "id", EventId.class, e -> Optional.of(e.id()));

    /** What happened. */
    Field<DomainEvent, String> TYPE = Field.of(DomainEvent.class, "type", String.class, e -> Optional.of(e.type()));

    /** To what it happened. */
    Field<DomainEvent, String> SUBJECT =
            Field.of(DomainEvent.class, "subject", String.class, e -> Optional.of(e.subject()));

    /** Who did it. */
    Field<DomainEvent, UserId> WHO = Field.of(DomainEvent.class, "who", UserId.class, e -> Optional.of(e.by().who()));

    /** When it was recorded. */
    Field<DomainEvent, Instant> AT = Field.of(DomainEvent.class, "at", Instant.class, e -> Optional.of(e.by().at()));

    /** The event's identity. */
    EventId id();

    /** What happened: lower-case words joined by dots, the kind of subject first, for example {@code "quote.approved"}. */
    String type();

    /** The id of what it happened to, in the words of its own kind. */
    String subject();

    /** Who did it, and when it was recorded. */
    By by();

    /** What receivers need beside the record itself, for example {@code "version"} to {@code "3"}. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> details();

    /** The fields that conditions on events may name. */
    static Fields<DomainEvent> fields() {
        return Fields.of(DomainEvent.class, List.of(ID, TYPE, SUBJECT, WHO, AT));
    }

    /** Starts an event. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks type, subject and names of details; what does not fit is named all at once. */
    @Value.Check
    default void check() {
        List<String> faults = new ArrayList<>();
        if (!type().matches("[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)+")) {
            faults.add("type of event " + id() + " must be lower-case words joined by dots: '" + type()
                    + "'. Maybe write it like quote.approved");
        }
        if (Blanks.isBlank(subject())) {
            faults.add("subject of event " + id() + " must not be blank: '" + subject() + "'");
        }
        for (String name : details().keySet()) {
            if (Blanks.isBlank(name)) {
                faults.add("name of a detail of event " + id() + " must not be blank: '" + name + "'");
            }
        }
        checkArgument(faults.isEmpty(), "%s", String.join("; ", faults));
    }

    /** Builds events. */
    final class Builder extends ImmutableDomainEvent.Builder {
        Builder() {}
    }
}
