package io.salesops.commission.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * The part of a credit in one tier.
 *
 * <p>Where a retroactive tier is reached, the portion of the tier that was left is negative: what it had paid is taken
 * back, and all revenue is paid in the tier that was reached.
 *
 * @param tier the position of the tier in its rule, from 0
 * @param upTo the attainment at which the tier ends; absent for the last
 * @param rate what the tier pays
 * @param base how much of the measure falls in the tier; a bound between two minor units is rounded half up here, not in
 *     {@code pays}
 * @param pays what the portion pays
 */
@Value.Builder
@JsonDeserialize(builder = TierPortionBuilder.class)
public record TierPortion(int tier, Optional<Rate> upTo, Rate rate, MonetaryAmount base, MonetaryAmount pays) {

    /** Starts a portion. */
    public static TierPortionBuilder builder() {
        return new TierPortionBuilder();
    }

    /**
     * The portion's share of the blended rate of a credit: {@code rate * base / credited}, before rounding.
     *
     * @return empty where nothing was credited
     * @throws io.salesops.core.money.CurrencyMismatchException if the credit is in another currency than the base
     */
    public Optional<Rate> share(MonetaryAmount credited) {
        Amounts.sameCurrency(base, credited);
        return credited.isZero()
                ? Optional.empty()
                : Optional.of(new Rate(rate.value().times(Amounts.exact(base)).dividedBy(Amounts.exact(credited))));
    }
}
