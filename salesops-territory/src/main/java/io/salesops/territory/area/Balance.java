package io.salesops.territory.area;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * The band in which one measure of each territory is to lie. Immutable and thread-safe.
 *
 * <p>Where several limits are given, the narrowest holds.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Balance.Builder.class)
public interface Balance extends WithBalance {

    /** The measure, as the units name it. */
    String measure();

    /** How far a territory may lie from its target: {@code 2%}. The target is its own, or an equal share of what is left. */
    Optional<Rate> band();

    /** The least that a territory may weigh. */
    OptionalLong minimum();

    /** The most that a territory may weigh. */
    OptionalLong maximum();

    /** How much a deviation counts beside those of other measures; positive. */
    @Value.Default
    default double importance() {
        return 1;
    }

    /** Obtains a band around the target, for example {@code Balance.of("accounts", "2%")}. */
    static Balance of(String measure, String band) {
        return builder().measure(measure).band(Rate.of(band)).build();
    }

    /** Starts a balance. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks the limits. */
    @Value.Check
    default void check() {
        checkArgument(!measure().isBlank(), "measure must not be blank: '%s'", measure());
        band().ifPresent(band ->
                checkArgument(band.signum() >= 0, "band of %s must not be negative: %s", measure(), band));
        checkArgument(
                importance() > 0 && importance() <= 1e6,
                "importance of %s must be above 0 and at most 1,000,000: %s",
                measure(),
                importance());
        checkArgument(
                minimum().isEmpty()
                        || maximum().isEmpty()
                        || minimum().getAsLong() <= maximum().getAsLong(),
                "minimum of %s is above its maximum: %s and %s. Maybe they were exchanged.",
                measure(),
                minimum(),
                maximum());
    }

    /** Builds balances. */
    final class Builder extends ImmutableBalance.Builder {
        Builder() {}
    }
}
