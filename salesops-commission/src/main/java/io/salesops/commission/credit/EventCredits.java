package io.salesops.commission.credit;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Outcome;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/** The credits of one event, with every step: splits and what nobody has, overlays, roll-ups. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = EventCredits.Builder.class)
public interface EventCredits extends WithEventCredits, Outcome {

    /** The event. */
    CreditEventId event();

    /** Who is credited, by id. */
    ImmutableList<Credit> credits();

    /** What nobody has; with the direct credits it sums to the event. */
    ImmutableList<Uncredited> uncredited();

    /** Starts credits of an event. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds credits of an event. */
    final class Builder extends ImmutableEventCredits.Builder {
        Builder() {}
    }
}
