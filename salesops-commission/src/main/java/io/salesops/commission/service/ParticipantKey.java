package io.salesops.commission.service;

import static java.util.Comparator.comparing;

import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import java.util.Comparator;

/**
 * Identifies a payee's part in a plan; ordered by plan, then payee.
 *
 * @param plan the plan
 * @param payee who is paid by it
 */
public record ParticipantKey(PlanId plan, PayeeId payee) implements Comparable<ParticipantKey> {
    private static final Comparator<ParticipantKey> ORDER =
            comparing(ParticipantKey::plan).thenComparing(ParticipantKey::payee);

    @Override
    public int compareTo(ParticipantKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return plan + " " + payee;
    }
}
