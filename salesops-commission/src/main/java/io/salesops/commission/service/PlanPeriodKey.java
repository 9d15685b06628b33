package io.salesops.commission.service;

import static java.util.Comparator.comparing;

import io.salesops.commission.plan.PlanId;
import io.salesops.core.time.FiscalPeriod;
import java.util.Comparator;

/**
 * Identifies a period of a plan; ordered by plan, then period.
 *
 * @param plan the plan
 * @param period the period
 */
public record PlanPeriodKey(PlanId plan, FiscalPeriod period) implements Comparable<PlanPeriodKey> {
    private static final Comparator<PlanPeriodKey> ORDER =
            comparing(PlanPeriodKey::plan).thenComparing(PlanPeriodKey::period);

    @Override
    public int compareTo(PlanPeriodKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return plan + " " + period;
    }
}
