package io.salesops.core.event;

import io.salesops.core.testkit.EventArbitraries;
import io.salesops.core.testkit.JsonLaws;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EventJsonProperties {

    @Property
    void eventsReadBackEqual(@ForAll("events") DomainEvent event) {
        JsonLaws.roundTrips(event, DomainEvent.class);
    }

    @Provide
    Arbitrary<DomainEvent> events() {
        return EventArbitraries.events();
    }
}
