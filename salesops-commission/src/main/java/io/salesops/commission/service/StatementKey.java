package io.salesops.commission.service;

import static java.util.Comparator.comparing;

import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.core.time.FiscalPeriod;
import java.util.Comparator;

/**
 * Identifies what a payee earned by a plan in a period, whatever the version; ordered by plan, period, payee.
 *
 * @param plan the plan
 * @param period the period
 * @param payee who is paid
 */
public record StatementKey(PlanId plan, FiscalPeriod period, PayeeId payee) implements Comparable<StatementKey> {
    private static final Comparator<StatementKey> ORDER =
            comparing(StatementKey::plan).thenComparing(StatementKey::period).thenComparing(StatementKey::payee);

    @Override
    public int compareTo(StatementKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return plan + " " + period + " " + payee;
    }
}
