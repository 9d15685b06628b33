package io.salesops.commission.quota;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Outcome;
import io.salesops.core.style.SalesOpsStyle;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** Amounts of parts of a period, blended by days; the parts sum to the whole. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = BlendedAmount.Builder.class)
public interface BlendedAmount extends WithBlendedAmount, Outcome {

    /** The blended amount, rounded once. */
    MonetaryAmount amount();

    /** What each part contributes, in the order of its days. */
    ImmutableList<MonetaryAmount> parts();

    /** Starts a blended amount. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds blended amounts. */
    final class Builder extends ImmutableBlendedAmount.Builder {
        Builder() {}
    }
}
