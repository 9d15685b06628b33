package io.salesops.commission.accounting;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * A book of clients who pay every month, of which a payee has a share as long as they stay.
 *
 * @param newClients how many join each month
 * @param fee what each pays a month
 * @param rate the payee's share
 * @param churn the share of clients who leave from one month to the next, 0% to 100%
 */
@Value.Builder
@JsonDeserialize(builder = ResidualBookBuilder.class)
public record ResidualBook(int newClients, MonetaryAmount fee, Rate rate, Rate churn) {

    /** Checks that clients join and that no more leave than there are. */
    public ResidualBook {
        checkArgument(newClients >= 0, "new clients must not be negative: %s", newClients);
        checkArgument(churn.signum() >= 0 && churn.compareTo(Rate.ONE) <= 0, "churn must be 0% to 100%: %s", churn);
    }

    /** Starts a book. */
    public static ResidualBookBuilder builder() {
        return new ResidualBookBuilder();
    }

    /**
     * Returns what to expect of each month, from the first: a projection, not a statement. The number of clients is exact;
     * the residual is rounded once. Cost O(months), with numbers that grow where churn has decimals.
     */
    public ImmutableList<Month> project(int months, RoundingPolicy rounding) {
        checkArgument(months >= 0 && months <= 600, "months to project must be 0 to 600: %s", months);
        Rational staying = Rational.ONE.minus(churn.value());
        Rational share = Amounts.exact(fee).times(rate.value());
        ImmutableList.Builder<Month> projected = ImmutableList.builder();
        Rational active = Rational.ZERO;
        for (int month = 1; month <= months; month++) {
            active = active.times(staying).plus(Rational.of(newClients));
            projected.add(new Month(month, active, rounding.round(active.times(share), fee.getCurrency())));
        }
        return projected.build();
    }

    /**
     * A month of a projection.
     *
     * @param month from 1
     * @param active how many clients are expected
     * @param residual what the payee gets
     */
    public record Month(int month, Rational active, MonetaryAmount residual) {}
}
