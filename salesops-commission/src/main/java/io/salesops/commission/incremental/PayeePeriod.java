package io.salesops.commission.incremental;

import static java.util.Comparator.comparing;

import io.salesops.commission.plan.PayeeId;
import io.salesops.core.time.FiscalPeriod;
import java.util.Comparator;

/**
 * One payee's figures of one period, by name; ordered by payee, then period.
 *
 * @param payee whose
 * @param period of when
 */
public record PayeePeriod(PayeeId payee, FiscalPeriod period) implements Comparable<PayeePeriod> {
    private static final Comparator<PayeePeriod> ORDER =
            comparing(PayeePeriod::payee).thenComparing(PayeePeriod::period);

    @Override
    public int compareTo(PayeePeriod other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return payee + " " + period;
    }
}
