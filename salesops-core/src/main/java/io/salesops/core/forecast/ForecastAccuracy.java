package io.salesops.core.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How far forecasts were off, exactly. Errors are forecast less actual: a positive bias is a forecast that was too high.
 * Immutable and thread-safe.
 *
 * @param forecasts how many
 * @param wape weighted absolute percentage error: absolute errors over actual values; absent where these sum to nothing
 * @param mape mean absolute percentage error; absent where an actual value is 0
 * @param bias errors over actual values; absent where these sum to nothing
 * @param meanError the mean error, in the unit of the values
 * @param meanAbsoluteError the mean absolute error (MAD), in the unit of the values
 */
public record ForecastAccuracy(
        int forecasts,
        Optional<Rate> wape,
        Optional<Rate> mape,
        Optional<Rate> bias,
        Rational meanError,
        Rational meanAbsoluteError) {

    /**
     * Measures forecasts against what came, in the same order.
     *
     * @throws IllegalArgumentException if there is none, or not one actual value for each
     */
    public static ForecastAccuracy of(List<BigDecimal> forecasts, List<BigDecimal> actuals) {
        checkArgument(
                !forecasts.isEmpty() && forecasts.size() == actuals.size(),
                "each of the %s forecasts must have an actual value, and there must be one: %s",
                forecasts.size(),
                actuals.size());
        Rational absolute = Rational.ZERO;
        Rational signed = Rational.ZERO;
        Rational whole = Rational.ZERO;
        Rational shares = Rational.ZERO;
        boolean everyActual = true;
        for (int i = 0; i < forecasts.size(); i++) {
            Rational actual = Rational.of(actuals.get(i));
            Rational error = Rational.of(forecasts.get(i)).minus(actual);
            absolute = absolute.plus(error.abs());
            signed = signed.plus(error);
            whole = whole.plus(actual.abs());
            everyActual &= actual.signum() != 0;
            shares = actual.signum() == 0 ? shares : shares.plus(error.abs().dividedBy(actual.abs()));
        }
        Rational count = Rational.of(forecasts.size());
        boolean some = whole.signum() != 0;
        return new ForecastAccuracy(
                forecasts.size(),
                some ? Optional.of(new Rate(absolute.dividedBy(whole))) : Optional.empty(),
                everyActual ? Optional.of(new Rate(shares.dividedBy(count))) : Optional.empty(),
                some ? Optional.of(new Rate(signed.dividedBy(whole))) : Optional.empty(),
                signed.dividedBy(count),
                absolute.dividedBy(count));
    }
}
