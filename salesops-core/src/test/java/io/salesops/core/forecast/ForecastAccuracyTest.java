package io.salesops.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastAccuracyTest {

    private static List<BigDecimal> numbers(int... numbers) {
        return IntStream.of(numbers).mapToObj(BigDecimal::valueOf).toList();
    }

    @Test
    void errorsAreForecastLessActual() {
        ForecastAccuracy accuracy = ForecastAccuracy.of(numbers(110, 90, 40), numbers(100, 100, 50));
        assertThat(accuracy.wape()).contains(new Rate(Rational.of(30, 250)));
        assertThat(accuracy.mape()).contains(new Rate(Rational.of(4, 30)));
        assertThat(accuracy.bias()).contains(new Rate(Rational.of(-10, 250)));
        assertThat(accuracy.meanError()).isEqualTo(Rational.of(-10, 3));
        assertThat(accuracy.meanAbsoluteError()).isEqualTo(Rational.of(10));
    }

    @Test
    void nothingSoldHasNoPercentage() {
        ForecastAccuracy accuracy = ForecastAccuracy.of(numbers(5), numbers(0));
        assertThat(accuracy.wape()).isEqualTo(Optional.empty());
        assertThat(accuracy.mape()).isEqualTo(Optional.empty());
        assertThat(accuracy.meanError()).isEqualTo(Rational.of(5));
    }

    @Test
    void eachForecastNeedsAnActualValue() {
        assertThatThrownBy(() -> ForecastAccuracy.of(numbers(1, 2), numbers(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void chancesThatComeTrueHaveNoCalibrationError() {
        Calibration calibration =
                Calibration.of(List.of(0.25, 0.25, 0.25, 0.25, 1.0), List.of(true, false, false, false, true));
        assertThat(calibration.error()).isCloseTo(0, within(1e-12));
        assertThat(calibration.brier()).isCloseTo((0.5625 + 3 * 0.0625) / 5, within(1e-12));
        assertThat(calibration.bins())
                .containsExactly(new Calibration.Bin(4, 0.25, 0.25), new Calibration.Bin(1, 1, 1));
    }
}
