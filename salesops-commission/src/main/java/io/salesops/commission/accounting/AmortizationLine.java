package io.salesops.commission.accounting;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.time.DateRange;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * An expense of a schedule.
 *
 * @param kind what it is
 * @param days the days that bear it; an impairment and a write-off stand on their day
 * @param expense how much
 * @param carrying what is left on the balance sheet afterwards
 */
@Value.Builder
@JsonDeserialize(builder = AmortizationLineBuilder.class)
public record AmortizationLine(Kind kind, DateRange days, MonetaryAmount expense, MonetaryAmount carrying) {

    /** Starts a line. */
    public static AmortizationLineBuilder builder() {
        return new AmortizationLineBuilder();
    }

    /** What an expense is. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Kind {
        /** All at once, when it was incurred. */
        EXPENSED,
        /** The share of a month. */
        AMORTIZATION,
        /** What is not expected to be recovered. */
        IMPAIRMENT,
        /** What is left when the contract ends before its time. */
        WRITE_OFF
    }
}
