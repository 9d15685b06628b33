package io.salesops.commission.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PayRate;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * The part of a credit in one tier.
 *
 * <p>Where a tier is reached that pays for all of a measure, the portion of the tier that was left is negative: what it had
 * paid is taken back, and everything is paid in the tier that was reached.
 *
 * @param tier the position of the tier in its rule, from 0; 0 where tiers have no order
 * @param upTo the level at which the tier ends, or that of a step; absent for the last
 * @param rate what the tier pays: a share of the base, or an amount for each unit of it, or for a step without base
 * @param base how much of the measure falls in the tier, in the plan's currency, or in XXX where units are counted; a bound
 *     between two minor units is rounded half up here, not in {@code pays}
 * @param pays what the portion pays
 */
@Value.Builder
@JsonDeserialize(builder = TierPortionBuilder.class)
public record TierPortion(int tier, Optional<Level> upTo, PayRate rate, MonetaryAmount base, MonetaryAmount pays) {

    /** Starts a portion. */
    public static TierPortionBuilder builder() {
        return new TierPortionBuilder();
    }

    /** What the portion would pay without rounding, in the currency of {@code pays}. */
    public Rational exact() {
        if (!rate.share() && base.isZero()) {
            return pays.isNegative() ? rate.value().negated() : rate.value();
        }
        return rate.value().times(Amounts.exact(base));
    }

    /**
     * The portion's share of the blended rate of a credit: {@code rate * base / credited}, before rounding.
     *
     * @return empty where nothing was credited, or the portion pays an amount and no share
     * @throws io.salesops.core.money.CurrencyMismatchException if the credit is in another currency than the base
     */
    public Optional<Rate> share(MonetaryAmount credited) {
        if (!rate.share()) {
            return Optional.empty();
        }
        Amounts.sameCurrency(base, credited);
        return credited.isZero() ? Optional.empty() : Optional.of(new Rate(exact().dividedBy(Amounts.exact(credited))));
    }
}
