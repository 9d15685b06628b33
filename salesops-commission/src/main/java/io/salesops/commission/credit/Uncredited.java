package io.salesops.commission.credit;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * What of an event nobody has: direct credits and this sum to the event.
 *
 * @param event the event
 * @param line its line, where it has lines
 * @param amount how much; of the sign of the event
 * @param reason why, for example {@code "no split is met"}
 */
@Value.Builder
@JsonDeserialize(builder = UncreditedBuilder.class)
public record Uncredited(CreditEventId event, Optional<String> line, MonetaryAmount amount, String reason) {

    /** Starts what nobody has. */
    public static UncreditedBuilder builder() {
        return new UncreditedBuilder();
    }
}
