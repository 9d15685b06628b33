package io.salesops.quote.billing;

import io.salesops.core.money.Rational;
import io.salesops.core.time.DateRange;

/**
 * The part of a billing period that a term covers.
 *
 * @param days the days that are covered
 * @param period the whole period to which they belong
 * @param months how many months they count for
 */
public record BilledPeriod(DateRange days, DateRange period, Rational months) {

    /** Whether the whole period is covered. */
    public boolean whole() {
        return days.equals(period);
    }
}
