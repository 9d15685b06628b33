package io.salesops.core.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import javax.money.MonetaryAmount;

/**
 * A deal that brings an amount with a chance.
 *
 * @param id what the deal is called
 * @param amount what it brings if it is won; not negative
 * @param chance how likely that is, from 0 to 1
 */
public record LikelyDeal(String id, MonetaryAmount amount, double chance) {

    /** Checks amount and chance. */
    public LikelyDeal {
        checkArgument(
                chance >= 0 && chance <= 1,
                "chance of %s must be from 0 to 1: %s. Maybe it is in percent.",
                id,
                chance);
        checkArgument(!amount.isNegative(), "amount of %s must not be negative: %s", id, amount);
    }
}
