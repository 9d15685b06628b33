package io.salesops.territory.design;

import static com.google.common.base.Preconditions.checkArgument;

import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How much of a measure moves between two plans.
 *
 * @param measure the measure
 * @param moved what the moved units weigh
 * @param all what all units weigh that have a territory in both plans
 */
public record MovedWeight(String measure, BigInteger moved, BigInteger all) {

    /** Checks that no more moves than there is. */
    public MovedWeight {
        checkArgument(
                moved.signum() >= 0 && moved.compareTo(all) <= 0,
                "moved weight of %s must be from 0 to %s: %s",
                measure,
                all,
                moved);
    }

    /** Which share that is, in hundredths of a percent, rounded half to even; empty where there is nothing. */
    public Optional<Rate> share() {
        return all.signum() == 0
                ? Optional.empty()
                : Optional.of(AttainableBounds.percent(new Rational(moved, all), RoundingMode.HALF_EVEN));
    }
}
