package io.salesops.examples;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/** What a seller asks for when a deal is quoted, on top of its products and quantities. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Offer.Builder.class)
public interface Offer extends WithOffer {

    /** The discount on each line. */
    Rate discount();

    /** Why the discount is asked for. */
    String reason();

    /** The discount on the whole quote. */
    Rate headerDiscount();

    /** How long each line runs, in months from the first of the next month; at least one. */
    int months();

    /** How many days the customer has to pay; not negative. */
    int paymentDays();

    /** How many days the quote can be accepted; not negative. */
    int validDays();

    /** Checks that days and months can be counted. */
    @Value.Check
    default void check() {
        checkArgument(months() >= 1, "months must be at least 1: %s", months());
        checkArgument(paymentDays() >= 0, "paymentDays must not be negative: %s", paymentDays());
        checkArgument(validDays() >= 0, "validDays must not be negative: %s", validDays());
    }

    /** Starts an offer. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds offers. */
    final class Builder extends ImmutableOffer.Builder {
        Builder() {}
    }
}
