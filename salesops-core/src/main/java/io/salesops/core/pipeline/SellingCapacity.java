package io.salesops.core.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * What a team can be expected to sell: reps times ramp times quota times attainment. Immutable and thread-safe.
 *
 * @param groups reps of one kind each
 */
public record SellingCapacity(ImmutableList<Group> groups) {

    /**
     * Reps of one kind.
     *
     * @param reps how many
     * @param ramp how productive they are on average in the period: 100% for ramped reps
     * @param quota of a ramped rep for the period
     * @param attainment the share of the quota that such reps reach
     */
    public record Group(int reps, Rate ramp, MonetaryAmount quota, Rate attainment) {

        /** Checks the number. */
        public Group {
            checkArgument(reps >= 0, "reps must not be negative: %s", reps);
        }

        Rational exact() {
            return Amounts.exact(quota)
                    .times(Rational.of(reps))
                    .times(ramp.value())
                    .times(attainment.value());
        }
    }

    /** Returns what they sell in all, rounded once. */
    public MonetaryAmount sold(CurrencyUnit currency, RoundingPolicy rounding) {
        Rational sum = Rational.ZERO;
        for (Group group : groups) {
            Amounts.sameCurrency(Amounts.zero(currency), group.quota());
            sum = sum.plus(group.exact());
        }
        return rounding.round(sum, currency);
    }

    /** Returns how far this falls short of a target; negative where it exceeds it. */
    public MonetaryAmount gap(MonetaryAmount target, RoundingPolicy rounding) {
        return target.subtract(sold(target.getCurrency(), rounding));
    }
}
