package io.salesops.commission.calc;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/** How much of a calculation is written down; no figure depends on it. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = CommissionOptions.Builder.class)
public interface CommissionOptions extends WithCommissionOptions {

    /** What statements hold; everything unless stated. */
    @Value.Default
    default Trace trace() {
        return Trace.FULL;
    }

    /**
     * Whether the credits and quotas are fingerprinted, so that a statement tells the facts it was calculated from; plan,
     * period and question always are. It costs about a third more; not unless stated.
     */
    @Value.Default
    default boolean fingerprintsFacts() {
        return false;
    }

    /** What statements hold. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Trace {
        /** Totals, attainments and the explanation by tier. */
        TOTALS,
        /** What each credit earned by each rule. */
        LINES,
        /** The portions of each tier as well. */
        FULL
    }

    /** Everything is written down. */
    static CommissionOptions standard() {
        return builder().build();
    }

    /** Starts options. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds options. */
    final class Builder extends ImmutableCommissionOptions.Builder {
        Builder() {}
    }
}
