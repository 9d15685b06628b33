package io.salesops.quote.pricing;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.quote.document.LineId;
import java.util.Optional;
import org.immutables.value.Value;

/** Which discount a search may change, and in what steps. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = ReachOptions.Builder.class)
public interface ReachOptions extends WithReachOptions {

    /** The line whose discount changes; the header discount unless stated. */
    Optional<LineId> line();

    /** The decimals of the percentage that is looked for, 0 to 6; 2 unless stated. */
    @Value.Default
    default int percentDecimals() {
        return 2;
    }

    /** The least discount; none unless stated, a negative one allows a surcharge. */
    @Value.Default
    default Rate least() {
        return Rate.ZERO;
    }

    /** The largest discount; all of the price unless stated. */
    @Value.Default
    default Rate most() {
        return Rate.ONE;
    }

    /** Whether an amount off the quote may take what is left above the goal; no unless stated. */
    @Value.Default
    default boolean roundingAmount() {
        return false;
    }

    /** The header discount, in hundredths of a percent. */
    static ReachOptions header() {
        return builder().build();
    }

    /** The discount of a line, in hundredths of a percent. */
    static ReachOptions line(String id) {
        return builder().line(LineId.of(id)).build();
    }

    /** Starts options. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that there is something between the bounds. */
    @Value.Check
    default void check() {
        checkArgument(
                percentDecimals() >= 0 && percentDecimals() <= 6,
                "decimals of a percentage must be 0 to 6: %s",
                percentDecimals());
        checkArgument(
                least().compareTo(most()) <= 0
                        && most().compareTo(Rate.ONE) <= 0
                        && least().compareTo(Rate.ofPercent(-1_000)) >= 0,
                "discounts must lie between -1000%% and 100%%: %s to %s",
                least(),
                most());
    }

    /** Builds options. */
    final class Builder extends ImmutableReachOptions.Builder {
        Builder() {}
    }
}
