package io.salesops.core.process;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.crm.LeadId;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something that happened to a lead on its way from marketing to sales.
 *
 * @param lead the lead
 * @param kind what happened
 * @param at when
 * @param reason why, as the user's list of reasons says, where the kind has one
 */
@Value.Builder
@JsonDeserialize(builder = LeadEventBuilder.class)
public record LeadEvent(LeadId lead, Kind kind, Instant at, Optional<String> reason) {

    /** What can happen to a lead. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Kind {
        /** Marketing hands the lead over: it is marketing-qualified, and the clock of the response starts. */
        QUALIFIED,
        /** Sales answers the lead. */
        RESPONDED,
        /** Sales takes the lead: it is sales-qualified. */
        ACCEPTED,
        /** Sales gives the lead back to marketing, to try again later. */
        RECYCLED,
        /** Sales turns the lead down. */
        REJECTED,
        /** The lead becomes an opportunity. */
        CONVERTED,
        /** The opportunity of the lead is won. */
        WON
    }
}
