package io.salesops.commission.plan;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A rate up to a bound; the last tier of a table has no bound.
 *
 * @param upTo where the tier ends; {@link Conventions#tie()} says to which tier the bound itself belongs
 * @param rate what the measure pays in the tier
 * @param mode how this tier pays, where it differs from its rule: a tier that is retroactive among marginal ones
 */
@Value.Builder
@JsonDeserialize(builder = TierBuilder.class)
public record Tier(Optional<Level> upTo, PayRate rate, Optional<PlanRule.TierMode> mode) {

    /** Obtains a tier that pays as its rule does. */
    public Tier(Optional<Level> upTo, PayRate rate) {
        this(upTo, rate, Optional.empty());
    }

    /** Obtains a tier with a bound, for example {@code to("100%", "5%")} or {@code to("150000", "4%")}. */
    public static Tier to(String bound, String rate) {
        return new Tier(Optional.of(Level.of(bound)), PayRate.of(rate));
    }

    /** Obtains the last tier of a table. */
    public static Tier beyond(String rate) {
        return new Tier(Optional.empty(), PayRate.of(rate));
    }

    /** Returns this tier, paying all of the measure at its rate once it is reached. */
    public Tier retroactive() {
        return new Tier(upTo, rate, Optional.of(PlanRule.TierMode.RETROACTIVE));
    }
}
