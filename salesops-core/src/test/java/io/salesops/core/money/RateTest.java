package io.salesops.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({
        "12.5%, 12.5%",
        "0.125, 12.5%",
        "1/3, 1/3",
        "1/3%, 1/300",
        "-0%, 0%",
        "-2.50 %, -2.5%",
        "1.2, 120%",
        "1e2%, 100%"
    })
    void readsPercentDecimalsAndQuotients(String text, String written) {
        assertThat(Rate.of(text)).hasToString(written);
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", "  ", "%", "12,5%", "ten%", "5%%"})
    void refusesWhatIsNoRate(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.of(text)).withMessageContaining("Maybe");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1e500", "1e-501", "1e502%", "1e-499%", "1/3e499%"})
    void refusesEndlessRates(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rate.of(text))
                .withMessageContaining("more than 500 digits");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"9e499", "1e-499", "9e501%", "1e-497%", "7/3e499"})
    void theLongestRatesAreReadBack(String text) {
        Rate rate = Rate.of(text);
        assertThat(Rate.of(rate.toString())).isEqualTo(rate);
    }

    @Test
    void aRatioNeedsAWhole() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.ratio(5, 0)).withMessageContaining("5/0");
    }

    @Test
    void constantsAreWhatTheySay() {
        assertThat(Rate.ZERO).isEqualTo(Rate.ofPercent(0));
        assertThat(Rate.ONE).isEqualTo(Rate.ofPercent(100)).hasToString("100%");
        assertThat(Rate.ofPercent(30).complement()).isEqualTo(Rate.ofPercent(70));
    }
}
