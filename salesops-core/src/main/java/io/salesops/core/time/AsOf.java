package io.salesops.core.time;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.RateTable;
import io.salesops.core.style.SalesOpsStyle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.immutables.value.Value;

/** The business day a question is asked about, what was known by when, the zone of days, and the exchange rates. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = AsOf.Builder.class)
public interface AsOf extends WithAsOf {

    /** The business day. */
    LocalDate date();

    /** Only what was recorded up to this instant counts; empty means everything that was given. */
    Optional<Instant> knownAt();

    /** The zone in which an instant belongs to a day; UTC unless stated. */
    @Value.Default
    default ZoneId zone() {
        return ZoneOffset.UTC;
    }

    /** The exchange rates; none unless stated. */
    @Value.Default
    default RateTable rates() {
        return RateTable.none();
    }

    /** Obtains the day. */
    static AsOf date(LocalDate date) {
        return builder().date(date).build();
    }

    /**
     * Obtains the day from ISO text.
     *
     * @throws java.time.format.DateTimeParseException if the text is no ISO date
     */
    static AsOf date(String isoDate) {
        return date(LocalDate.parse(isoDate));
    }

    /** Returns the same question with the knowledge of an earlier instant. */
    default AsOf knownAt(Instant instant) {
        return withKnownAt(instant);
    }

    /** Returns the same question with days of the zone, for example {@code "Europe/Berlin"}. */
    default AsOf zone(String zone) {
        return withZone(ZoneId.of(zone));
    }

    /** Returns the same question with exchange rates. */
    default AsOf rates(RateTable rates) {
        return withRates(rates);
    }

    /** Starts a question. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds questions. */
    final class Builder extends ImmutableAsOf.Builder {
        Builder() {}
    }
}
