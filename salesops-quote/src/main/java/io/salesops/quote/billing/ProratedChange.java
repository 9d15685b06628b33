package io.salesops.quote.billing;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.explain.Outcome;
import io.salesops.core.money.Rational;
import io.salesops.core.style.SalesOpsStyle;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** What a change within a period costs: a credit for the old price and a charge for the new one. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = ProratedChange.Builder.class)
public interface ProratedChange extends WithProratedChange, Outcome {

    /** What changed. */
    PriceChange change();

    /** The share of the period that was left. */
    Rational unused();

    /** What is given back, not positive. */
    MonetaryAmount credit();

    /** What the new price costs for the rest of the period. */
    MonetaryAmount charge();

    /** The sum of both. */
    MonetaryAmount net();

    /** Starts a result. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that credit and charge make the net. */
    @Value.Check
    default void check() {
        checkArgument(
                credit().add(charge()).compareTo(net()) == 0,
                "credit %s and charge %s must sum to %s",
                credit(),
                charge(),
                net());
    }

    /** Builds results. */
    final class Builder extends ImmutableProratedChange.Builder {
        Builder() {}
    }
}
