package io.salesops.commission.credit;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.explain.Outcome;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/**
 * The credits of many events. Direct credits, what nobody has, and events that were left out sum to the events, to the
 * minor unit. Immutable and thread-safe.
 *
 * <p>The steps of one event are a question to {@link CreditAllocator#explain}, which gives the same credits.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Credits.Builder.class)
public interface Credits extends WithCredits, Outcome {

    /** Who is credited, by day and id. */
    ImmutableList<Credit> credits();

    /** What nobody has of events that were credited, by event and line. */
    ImmutableList<Uncredited> uncredited();

    /** Returns the credits of a payee, by day and id; linear in the credits. */
    default ImmutableList<Credit> of(PayeeId payee) {
        return credits().stream()
                .filter(credit -> credit.payee().equals(payee))
                .collect(ImmutableList.toImmutableList());
    }

    /** Starts credits. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds credits. */
    final class Builder extends ImmutableCredits.Builder {
        Builder() {}
    }
}
