package io.salesops.commission.ledger;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * A part of what was earned that one rule holds back.
 *
 * @param component what earned it
 * @param source the deal it goes back to
 * @param origin the period in which it was earned
 * @param rule the rule that holds it
 * @param amount how much; negative where a refund takes back what is held
 * @param releasedOn the day of release, which counts as released; absent while nobody knows it
 */
@Value.Builder
@JsonDeserialize(builder = HeldBuilder.class)
public record Held(
        String component,
        String source,
        FiscalPeriod origin,
        RuleRef rule,
        MonetaryAmount amount,
        Optional<LocalDate> releasedOn) {

    /** Starts a part. */
    public static HeldBuilder builder() {
        return new HeldBuilder();
    }

    /** Whether it is released on a day. */
    public boolean isReleased(LocalDate on) {
        return releasedOn.filter(day -> !day.isAfter(on)).isPresent();
    }
}
