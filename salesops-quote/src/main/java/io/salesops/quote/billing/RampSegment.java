package io.salesops.quote.billing;

import static com.google.common.base.Preconditions.checkArgument;

import io.salesops.core.money.Rational;
import io.salesops.core.time.DateRange;

/**
 * What a month costs on some days of a ramp.
 *
 * @param days the days, with both ends
 * @param monthly the price of a month, not negative; zero where the days are free
 */
public record RampSegment(DateRange days, Rational monthly) {

    /** Checks that the segment has days, and a price that can be. */
    public RampSegment {
        checkArgument(days.days() > 0, "segment of a ramp must have days: %s", days);
        checkArgument(monthly.signum() >= 0, "monthly price of a ramp must not be negative: %s on %s", monthly, days);
    }
}
