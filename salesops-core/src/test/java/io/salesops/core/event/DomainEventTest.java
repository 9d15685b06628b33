package io.salesops.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.By;
import io.salesops.core.crm.UserId;
import io.salesops.core.json.SalesOpsJson;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainEventTest {
    private static final DomainEvent APPROVED = DomainEvent.builder()
            .id(EventId.of("E-1"))
            .type("quote.approved")
            .subject("Q-1042")
            .by(By.of("ana", "2026-03-31T09:00:00Z"))
            .putDetails("version", "2")
            .putDetails("by", "cfo")
            .build();

    @Test
    void jsonIsSmallAndItsDetailsAreSorted() {
        assertThat(SalesOpsJson.write(APPROVED))
                .isEqualTo("{\"id\":\"E-1\",\"type\":\"quote.approved\",\"subject\":\"Q-1042\","
                        + "\"by\":{\"who\":\"ana\",\"at\":\"2026-03-31T09:00:00Z\"},"
                        + "\"details\":{\"by\":\"cfo\",\"version\":\"2\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "quote", "Quote.approved", "quote.", ".approved", "quote..approved", "quote approved", "q.1"
            })
    void typesOfAnotherShapeAreRefused(String type) {
        assertThatThrownBy(() -> APPROVED.withType(type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("type of event E-1")
                .hasMessageContaining("'" + type + "'")
                .hasMessageContaining("Maybe");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThatThrownBy(() -> DomainEvent.builder()
                        .from(APPROVED)
                        .type("Approved")
                        .subject(" ")
                        .putDetails("", "x")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Approved'")
                .hasMessageContaining("subject of event E-1")
                .hasMessageContaining("name of a detail");
        assertThatThrownBy(() -> EventId.of("\u200B"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("event id must not be blank");
    }

    @Test
    void conditionsNameItsFields() {
        assertThat(DomainEvent.TYPE
                        .startsWith("quote.")
                        .and(DomainEvent.ID.is(EventId.of("E-1")))
                        .and(DomainEvent.SUBJECT.is("Q-1042"))
                        .and(DomainEvent.WHO.is(UserId.of("ana")))
                        .and(DomainEvent.AT.below(Instant.parse("2026-04-01T00:00:00Z")))
                        .test(APPROVED))
                .isEqualTo(Truth.TRUE);
        assertThat(DomainEvent.fields().named().keySet()).containsExactly("id", "type", "subject", "who", "at");
    }
}
