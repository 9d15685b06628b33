package io.salesops.quote.revenue;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.style.SalesOpsStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** A promise to transfer a distinct good or service (606-10-25-14). Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = PerformanceObligation.Builder.class)
public interface PerformanceObligation extends WithPerformanceObligation {

    /** Names it within its contract. */
    ObligationId id();

    /** What is promised, for people. */
    Optional<String> name();

    /** The price that the contract states for it, in the contract's currency; a range of stand-alone prices needs it. */
    Optional<BigDecimal> statedPrice();

    /** What it would cost by itself. */
    StandAlonePrice standAlone();

    /** When it is satisfied; needed for a schedule only. */
    Optional<Recognition> recognition();

    /** Obtains an obligation without stated price and recognition. */
    static PerformanceObligation of(String id, StandAlonePrice standAlone) {
        return builder().id(ObligationId.of(id)).standAlone(standAlone).build();
    }

    /** Starts an obligation. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds obligations. */
    final class Builder extends ImmutablePerformanceObligation.Builder {
        Builder() {}
    }
}
