package io.salesops.quote.revenue;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Rational;
import io.salesops.core.time.FiscalPeriod;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * The revenue of an obligation in a period.
 *
 * @param obligation the obligation
 * @param period the period of the books
 * @param exact what the period's progress makes of the allocated amount, before rounding
 * @param amount what is recognised, in whole minor units
 */
@Value.Builder
@JsonDeserialize(builder = RecognizedRevenueBuilder.class)
public record RecognizedRevenue(ObligationId obligation, FiscalPeriod period, Rational exact, MonetaryAmount amount) {

    /** Starts an entry. */
    public static RecognizedRevenueBuilder builder() {
        return new RecognizedRevenueBuilder();
    }
}
