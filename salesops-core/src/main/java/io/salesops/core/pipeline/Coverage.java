package io.salesops.core.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * How far the open pipeline covers a quota. Three figures go by that name; each has a method of its own. Immutable and
 * thread-safe.
 *
 * @param openPipeline open deals that may close in the period
 * @param quota what the period is to bring
 * @param booked what it has brought
 * @param winRate the share of the pipeline that is won; more than 0
 */
@Value.Builder
@JsonDeserialize(builder = CoverageBuilder.class)
public record Coverage(MonetaryAmount openPipeline, MonetaryAmount quota, MonetaryAmount booked, Rate winRate) {

    /** Checks that the amounts are of one currency, and the win rate. */
    public Coverage {
        Amounts.sameCurrency(openPipeline, quota);
        Amounts.sameCurrency(openPipeline, booked);
        checkArgument(
                winRate.signum() > 0 && winRate.compareTo(Rate.ONE) <= 0,
                "win rate of a coverage must be more than 0%% and at most 100%%: %s",
                winRate);
    }

    /** Obtains the coverage of a quota of which nothing is booked. */
    public static Coverage of(MonetaryAmount openPipeline, MonetaryAmount quota, Rate winRate) {
        return new Coverage(openPipeline, quota, Amounts.zero(quota.getCurrency()), winRate);
    }

    /** What is left to be booked; nothing where the quota is reached. */
    @JsonIgnore
    public MonetaryAmount remaining() {
        return booked.isGreaterThan(quota) ? Amounts.zero(quota.getCurrency()) : quota.subtract(booked);
    }

    /** Open pipeline over the whole quota; absent where there is none. */
    @JsonIgnore
    public Optional<Rate> ofQuota() {
        return over(quota);
    }

    /** Open pipeline over what is left of the quota; absent where nothing is left. */
    @JsonIgnore
    public Optional<Rate> ofRemaining() {
        return over(remaining());
    }

    /** Open pipeline times win rate over what is left of the quota: 100% is just enough; absent where nothing is left. */
    @JsonIgnore
    public Optional<Rate> weightedOfRemaining() {
        return ofRemaining().map(rate -> rate.times(winRate));
    }

    /** The coverage that is needed at this win rate: its reciprocal. */
    @JsonIgnore
    public Rate required() {
        return new Rate(Rational.ONE.dividedBy(winRate.value()));
    }

    /** What the pipeline brings at this win rate, rounded once. */
    public MonetaryAmount expected(RoundingPolicy rounding) {
        return winRate.of(openPipeline, rounding);
    }

    private Optional<Rate> over(MonetaryAmount target) {
        return target.isZero()
                ? Optional.empty()
                : Optional.of(new Rate(Amounts.exact(openPipeline).dividedBy(Amounts.exact(target))));
    }
}
