package io.salesops.commission.ledger;

import com.google.common.collect.ImmutableSet;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.Release;
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

    /** Measures whose events are known here. */
    static final ImmutableSet<String> MEASURES =
            ImmutableSet.of(Credit.Basis.INVOICE.measure(), Credit.Basis.CASH.measure());

    /**
     * Returns the day of release.
     *
     * @param earned the day on which it was earned
     * @return empty as long as what it depends on has not happened
     */
    public Optional<LocalDate> releases(Release release, LocalDate earned) {
        return release.match(new Release.Cases<>() {
            @Override
            public Optional<LocalDate> on(Release.On on) {
                return Optional.of(on.date());
            }

            @Override
            public Optional<LocalDate> after(Release.After after) {
                return Optional.of(after.dateFor(earned));
            }

            @Override
            public Optional<LocalDate> event(Release.Event event) {
                if (event.measure().equals(Credit.Basis.INVOICE.measure())) {
                    return invoiced.map(event::dateFor);
                }
                return event.measure().equals(Credit.Basis.CASH.measure())
                        ? paid.map(event::dateFor)
                        : Optional.empty();
            }
        });
    }

    /** Returns these dates with the day of the invoice. */
    public ReleaseDates invoicedOn(String isoDate) {
        return new ReleaseDates(Optional.of(LocalDate.parse(isoDate)), paid);
    }

    /** Returns these dates with the day of the payment. */
    public ReleaseDates paidOn(String isoDate) {
        return new ReleaseDates(invoiced, Optional.of(LocalDate.parse(isoDate)));
    }
}
