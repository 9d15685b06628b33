package io.salesops.core.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.style.SalesOpsStyle;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.immutables.value.Value;

/** How to forecast. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = ForecastOptions.Builder.class)
public interface ForecastOptions extends WithForecastOptions {

    /** The method; {@link ForecastMethod#COMBINED} unless stated. */
    @Value.Default
    default ForecastMethod method() {
        return ForecastMethod.COMBINED;
    }

    /**
     * The first day from which closed deals are on record. Older deals are known only because they were still open then, so
     * nothing is learned of the days before. Absent: the day of the first close on record, which a finding names.
     */
    Optional<LocalDate> observedFrom();

    /** The currency of the forecast; absent: the one in which most deals are. Others are converted by the rates of the day. */
    Optional<CurrencyUnit> currency();

    /**
     * Whether what open deals of an age, and deals created later, brought in up to four earlier periods, forecast as of the
     * same day of each, corrects what they are expected to bring now; yes unless stated. The correction is a part of its own.
     */
    @Value.Default
    default boolean correctedByBacktest() {
        return true;
    }

    /**
     * The standard deviation that all deals of a period share, as a part of the whole, before earlier periods say more; 0.15
     * unless stated. Deals that were independent of each other would give ranges that are too narrow.
     */
    @Value.Default
    default double commonDeviation() {
        return 0.15;
    }

    /** The combined method, with nothing else stated. */
    static ForecastOptions standard() {
        return builder().build();
    }

    /** Starts options. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks the deviation. */
    @Value.Check
    default void check() {
        checkArgument(
                commonDeviation() >= 0 && commonDeviation() <= 1,
                "common deviation must be from 0 to 1: %s. Maybe 15%% was meant as 0.15.",
                commonDeviation());
    }

    /** Builds options. */
    final class Builder extends ImmutableForecastOptions.Builder {
        Builder() {}
    }
}
