package io.salesops.core.testkit;

import io.salesops.core.event.DomainEvent;
import io.salesops.core.event.EventId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of events, valid by construction. */
public final class EventArbitraries {
    private EventArbitraries() {}

    /** Types of events: two to four words. */
    public static Arbitrary<String> types() {
        return Arbitraries.of("quote", "approved", "ledger", "posted", "lead", "routed2", "x")
                .list()
                .ofMinSize(2)
                .ofMaxSize(4)
                .map(words -> String.join(".", words));
    }

    /** Ids of events: E-1 to E-30. */
    public static Arbitrary<EventId> eventIds() {
        return CrmArbitraries.ids("E-", EventId::of);
    }

    /** Events with up to three details; ids come from a small set, so that two events may share one. */
    public static Arbitrary<DomainEvent> events() {
        return Combinators.combine(
                        eventIds(),
                        types(),
                        CrmArbitraries.names(),
                        CrmArbitraries.by(),
                        Arbitraries.maps(CrmArbitraries.names(), Arbitraries.of("", "3", "Zürich"))
                                .ofMaxSize(3))
                .as((id, type, subject, by, details) -> DomainEvent.builder()
                        .id(id)
                        .type(type)
                        .subject(subject)
                        .by(by)
                        .details(details)
                        .build());
    }
}
