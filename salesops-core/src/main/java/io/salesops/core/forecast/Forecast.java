package io.salesops.core.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** What a period is expected to bring in all, part by part, with the range. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Forecast.Builder.class)
public interface Forecast extends Outcome, WithForecast {

    /** The period. */
    FiscalPeriod period();

    /** The last day that was known. */
    LocalDate day();

    /** The first day from which closed deals were on record. */
    LocalDate observedFrom();

    /** The method. */
    ForecastMethod method();

    /** What the period is expected to bring, what is booked included: the sum of the parts. */
    MonetaryAmount expected();

    /** The amounts that add up to it. */
    ImmutableList<ForecastPart> parts();

    /** How likely bookings of each size are; the mean is the expected amount, but for rounding to its steps. */
    Bookings bookings();

    /** The standard deviation of the factor that is common to all deals, as a part of the whole. */
    double commonDeviation();

    /** The open deals, by id; empty for methods that do not look at each. */
    ImmutableList<DealChance> deals();

    /** What each method would have said, this one included. */
    ImmutableSortedMap<ForecastMethod, MonetaryAmount> methods();

    @Override
    Explanation explanation();

    @Override
    ImmutableList<Finding> findings();

    @Override
    ImmutableList<Omission> omitted();

    @Override
    Provenance computedFrom();

    /** The amount that bookings do not exceed with the probability: 10% for P10. */
    default MonetaryAmount quantile(Rate probability) {
        return bookings().quantile(probability);
    }

    /** The chance of at least this amount, from 0 to 1. */
    default double chanceOfAtLeast(MonetaryAmount target) {
        return bookings().chanceOfAtLeast(target);
    }

    /** Returns the sum of the parts of a kind. */
    default MonetaryAmount of(ForecastPart.Kind kind) {
        return Amounts.sum(
                parts().stream()
                        .filter(part -> part.kind() == kind)
                        .map(ForecastPart::amount)
                        .toList(),
                expected().getCurrency());
    }

    /** Starts a forecast. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that the parts add up. */
    @Value.Check
    default void check() {
        MonetaryAmount sum = Amounts.sum(
                parts().stream().map(ForecastPart::amount).toList(), expected().getCurrency());
        checkArgument(
                Amounts.number(sum).compareTo(Amounts.number(expected())) == 0,
                "parts of a forecast must add up to %s: %s",
                expected(),
                sum);
    }

    /** Builds forecasts. */
    final class Builder extends ImmutableForecast.Builder {
        Builder() {}
    }
}
