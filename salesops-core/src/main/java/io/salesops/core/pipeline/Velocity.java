package io.salesops.core.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * Sales velocity: opportunities times average deal times win rate, over the days of a cycle. Exact; rounded only when asked for
 * an amount. Which opportunities are counted (open, or closed in a period) is the caller's choice, and changes the figure.
 * Immutable and thread-safe.
 *
 * @param opportunities how many
 * @param averageDeal the mean amount of a won one
 * @param winRate the share that is won
 * @param cycleDays how long winning takes; positive
 */
@Value.Builder
@JsonDeserialize(builder = VelocityBuilder.class)
public record Velocity(Rational opportunities, MonetaryAmount averageDeal, Rate winRate, Rational cycleDays) {

    /** Checks the days. */
    public Velocity {
        checkArgument(cycleDays.signum() > 0, "cycle of a velocity must be positive: %s", cycleDays);
    }

    /** Obtains a velocity. */
    public static Velocity of(long opportunities, MonetaryAmount averageDeal, Rate winRate, long cycleDays) {
        return new Velocity(Rational.of(opportunities), averageDeal, winRate, Rational.of(cycleDays));
    }

    /** The exact amount a day, in units of the currency. */
    @JsonIgnore
    public Rational exactPerDay() {
        return Amounts.exact(averageDeal)
                .times(opportunities)
                .times(winRate.value())
                .dividedBy(cycleDays);
    }

    /** Returns what so many days bring, rounded once. */
    public MonetaryAmount over(long days, RoundingPolicy rounding) {
        return rounding.round(exactPerDay().times(Rational.of(days)), averageDeal.getCurrency());
    }

    /**
     * Returns the velocity with its levers moved: each is multiplied, so 110% of a cycle is a longer one.
     *
     * @param byOpportunities by how much there are more of them
     * @param byDeal by how much deals are larger
     * @param byWinRate by how much more of them are won
     * @param byCycle by how much the cycle is longer; 90% for one that is a tenth shorter
     */
    public Velocity levers(Rate byOpportunities, Rate byDeal, Rate byWinRate, Rate byCycle) {
        return new Velocity(
                opportunities.times(byOpportunities.value()),
                Amounts.of(
                        Amounts.exact(averageDeal)
                                .times(byDeal.value())
                                .decimal()
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "lever " + byDeal + " makes no decimal amount of " + averageDeal)),
                        averageDeal.getCurrency()),
                winRate.times(byWinRate),
                cycleDays.times(byCycle.value()));
    }

    /** Returns this velocity over another one: 1.478889 where levers made it 47.8889% faster. */
    public Rate times(Velocity other) {
        Amounts.sameCurrency(averageDeal, other.averageDeal);
        checkArgument(other.exactPerDay().signum() != 0, "velocity must not be compared with nothing: %s", other);
        return new Rate(exactPerDay().dividedBy(other.exactPerDay()));
    }
}
