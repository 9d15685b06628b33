package io.salesops.core.crm;

import static java.util.Comparator.comparing;

import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Identifies one version of a quota.
 *
 * @param owner who is to reach it
 * @param measure what is measured
 * @param period the days over which it is measured
 * @param version which version, from 1
 */
public record QuotaKey(RepId owner, String measure, DateRange period, int version) implements Comparable<QuotaKey> {
    private static final Comparator<QuotaKey> ORDER = comparing(QuotaKey::owner)
            .thenComparing(QuotaKey::measure)
            .thenComparing(key -> key.period().from().orElse(LocalDate.MIN))
            .thenComparing(key -> key.period().before().orElse(LocalDate.MAX))
            .thenComparing(QuotaKey::version);

    @Override
    public int compareTo(QuotaKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return owner + " " + measure + " " + period + " v" + version;
    }
}
