package io.salesops.core.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import java.math.BigDecimal;
import java.util.Collection;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * How likely bookings of each size are: amounts at equal steps with the chance of each. Immutable and thread-safe.
 *
 * @param first the smallest amount
 * @param step the distance to the next one
 * @param chances the chance of each amount; they add up to 1, but for rounding
 */
@Value.Builder
@JsonDeserialize(builder = BookingsBuilder.class)
public record Bookings(MonetaryAmount first, MonetaryAmount step, ImmutableList<Double> chances) {
    private static final double NEARLY_ONE = 1e-6;

    /** Checks that the chances are some and add up. */
    public Bookings {
        Amounts.sameCurrency(first, step);
        checkArgument(step.isPositive(), "step of bookings must be positive: %s", step);
        double sum = 0;
        for (double chance : chances) {
            checkArgument(chance >= 0 && chance <= 1 + NEARLY_ONE, "chance must be from 0 to 1: %s", chance);
            sum += chance;
        }
        checkArgument(Math.abs(sum - 1) < NEARLY_ONE, "chances of bookings must add up to 1: %s", sum);
    }

    /**
     * Returns what deals that do not depend on each other bring in all, by a dynamic programme over their amounts.
     *
     * <p>Exact where the amounts are multiples of a step of which at most 20,000 make up their sum; else each amount is spread
     * over two neighbouring steps of 4,096 such that the mean stays exact and the deviation grows by less than half a step.
     * Cost: deals times steps.
     *
     * @throws IllegalArgumentException if there is no deal
     * @throws io.salesops.core.money.CurrencyMismatchException if amounts are in several currencies
     */
    public static Bookings ofIndependent(Collection<LikelyDeal> deals) {
        return IndependentDeals.total(deals);
    }

    /**
     * Returns what deals bring that good and bad times touch together, by simulation (one-factor Gaussian copula).
     *
     * @param correlation of any two deals' fortunes, from 0 to below 1
     * @param seed the same seed gives the same bookings on any machine
     * @param trials how often; the chance of an event is off by up to 2/sqrt(trials)
     */
    public static Bookings ofCorrelated(Collection<LikelyDeal> deals, double correlation, long seed, int trials) {
        return CorrelatedDeals.simulate(deals, correlation, seed, trials);
    }

    /** The mean. */
    @JsonIgnore
    public MonetaryAmount mean() {
        double mean = 0;
        for (int i = 0; i < chances.size(); i++) {
            mean += i * chances.get(i);
        }
        return at(BigDecimal.valueOf(mean));
    }

    /** The smallest amount that bookings do not exceed with the probability: 10% for P10. */
    public MonetaryAmount quantile(Rate probability) {
        double wanted = probability.value().approximate();
        double sum = 0;
        int i = 0;
        for (; i < chances.size() - 1; i++) {
            sum += chances.get(i);
            if (sum >= wanted - 1e-12) {
                break;
            }
        }
        return at(BigDecimal.valueOf(i));
    }

    /** The chance of at least this amount, from 0 to 1. */
    public double chanceOfAtLeast(MonetaryAmount amount) {
        Amounts.sameCurrency(first, amount);
        BigDecimal start = Amounts.number(first);
        BigDecimal width = Amounts.number(step);
        BigDecimal wanted = Amounts.number(amount);
        double sum = 0;
        for (int i = chances.size() - 1; i >= 0; i--) {
            if (start.add(width.multiply(BigDecimal.valueOf(i))).compareTo(wanted) < 0) {
                break;
            }
            sum += chances.get(i);
        }
        return Math.min(1, sum);
    }

    private MonetaryAmount at(BigDecimal steps) {
        int decimals = Math.max(0, first.getCurrency().getDefaultFractionDigits());
        BigDecimal number = Amounts.number(first)
                .add(Amounts.number(step).multiply(steps))
                .setScale(Math.max(decimals, Amounts.number(step).scale()), java.math.RoundingMode.HALF_EVEN);
        return Amounts.of(number, first.getCurrency());
    }

    static ImmutableList<Double> boxed(double[] chances, int used) {
        ImmutableList.Builder<Double> list = ImmutableList.builderWithExpectedSize(used);
        for (int i = 0; i < used; i++) {
            list.add(chances[i]);
        }
        return list.build();
    }
}
