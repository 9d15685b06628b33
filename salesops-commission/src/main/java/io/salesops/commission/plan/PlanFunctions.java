package io.salesops.commission.plan;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/** The functions of an application that its plans name. Immutable and thread-safe, as the functions must be. */
@Value.Immutable
@SalesOpsStyle
public interface PlanFunctions extends WithPlanFunctions {

    /** Functions that count credits, by name. */
    ImmutableMap<String, MeasureFunction> measures();

    /** Functions that pay, by name. */
    ImmutableMap<String, PayoutFunction> payouts();

    /** No functions. */
    static PlanFunctions none() {
        return builder().build();
    }

    /** Starts functions. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds functions. */
    final class Builder extends ImmutablePlanFunctions.Builder {
        Builder() {}
    }
}
