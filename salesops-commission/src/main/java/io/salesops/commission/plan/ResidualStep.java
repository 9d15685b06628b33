package io.salesops.commission.plan;

import java.util.Optional;

/**
 * A rate by the months since the start.
 *
 * @param upToMonth the last month to which it applies; absent for all later ones
 * @param rate a share, or an amount for each credit
 */
public record ResidualStep(Optional<Integer> upToMonth, PayRate rate) {

    /** Obtains a step up to a month, for example {@code to(12, "20%")}. */
    public static ResidualStep to(int month, String rate) {
        return new ResidualStep(Optional.of(month), PayRate.of(rate));
    }

    /** Obtains the step of all later months. */
    public static ResidualStep beyond(String rate) {
        return new ResidualStep(Optional.empty(), PayRate.of(rate));
    }
}
