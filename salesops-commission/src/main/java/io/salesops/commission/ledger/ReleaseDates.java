package io.salesops.commission.ledger;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days of a deal on which the release of commission may depend.
 *
 * @param invoiced when the customer was invoiced; absent until then
 * @param paid when the customer paid; absent until then
 */
public record ReleaseDates(Optional<LocalDate> invoiced, Optional<LocalDate> paid) {

    /** The dates of a deal that was neither invoiced nor paid. */
    public static final ReleaseDates NONE = new ReleaseDates(Optional.empty(), Optional.empty());

    /** Returns these dates with the day of the invoice. */
    public ReleaseDates invoicedOn(String isoDate) {
        return new ReleaseDates(Optional.of(LocalDate.parse(isoDate)), paid);
    }

    /** Returns these dates with the day of the payment. */
    public ReleaseDates paidOn(String isoDate) {
        return new ReleaseDates(invoiced, Optional.of(LocalDate.parse(isoDate)));
    }
}
