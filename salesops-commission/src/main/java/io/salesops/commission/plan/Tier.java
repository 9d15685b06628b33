package io.salesops.commission.plan;

import io.salesops.core.money.Rate;
import java.util.Optional;

/**
 * A rate up to a bound, which is a share of the quota; the last tier of a table has no bound.
 *
 * @param upTo the attainment at which the tier ends; {@link Conventions#tie()} says to which tier the bound itself belongs
 * @param rate what each unit of the measure pays
 */
public record Tier(Optional<Rate> upTo, Rate rate) {

    /** Obtains a tier with a bound, for example {@code to("100%", "5%")}. */
    public static Tier to(String bound, String rate) {
        return new Tier(Optional.of(Rate.of(bound)), Rate.of(rate));
    }

    /** Obtains the last tier of a table. */
    public static Tier beyond(String rate) {
        return new Tier(Optional.empty(), Rate.of(rate));
    }
}
