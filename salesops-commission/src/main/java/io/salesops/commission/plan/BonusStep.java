package io.salesops.commission.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A step of a bonus; exactly one of {@code at} and {@code above} is given.
 *
 * @param at the level from which it is paid, itself included
 * @param above the level above which it is paid
 * @param pays a share of the target, or an amount
 */
@Value.Builder
@JsonDeserialize(builder = BonusStepBuilder.class)
public record BonusStep(Optional<Level> at, Optional<Level> above, PayRate pays) {

    /** Checks that the step has one level. */
    public BonusStep {
        checkArgument(at.isPresent() != above.isPresent(), "a bonus step needs either at or above: %s, %s", at, above);
    }

    /** Obtains a step that is paid at its level, for example {@code at("100%", "5000")}. */
    public static BonusStep at(String level, String pays) {
        return new BonusStep(Optional.of(Level.of(level)), Optional.empty(), PayRate.of(pays));
    }

    /** Obtains a step that is paid above its level only. */
    public static BonusStep above(String level, String pays) {
        return new BonusStep(Optional.empty(), Optional.of(Level.of(level)), PayRate.of(pays));
    }

    /** Where the step begins. */
    public Level level() {
        return at.or(() -> above).orElseThrow();
    }
}
