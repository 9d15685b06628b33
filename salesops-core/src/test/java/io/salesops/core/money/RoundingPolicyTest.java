package io.salesops.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.RoundingMode;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingPolicyTest {

    @ParameterizedTest(name = "{0} {1}: half up {2}, half even {3}")
    @CsvSource({
        "JPY, 2.5, 3, 2",
        "JPY, -2.5, -3, -2",
        "USD, 0.125, 0.13, 0.12",
        "USD, -0.125, -0.13, -0.12",
        "KWD, 0.0025, 0.003, 0.002",
        "KWD, 0.00251, 0.003, 0.003"
    })
    void roundsToTheDecimalsOfTheCurrency(String currency, String exact, String halfUp, String halfEven) {
        assertThat(RoundingPolicy.halfUp().round(Rational.of(exact), Monetary.getCurrency(currency)))
                .isEqualTo(Amounts.of(halfUp, currency));
        assertThat(RoundingPolicy.halfEven().round(Amounts.of(exact, currency)))
                .isEqualTo(Amounts.of(halfEven, currency));
    }

    @Test
    void aStatedScaleGoesBeforeTheCurrencys() {
        RoundingPolicy unitPrices = RoundingPolicy.builder().scale(6).build();
        assertThat(unitPrices.scaleOf(Monetary.getCurrency("USD"))).isEqualTo(6);
        assertThat(unitPrices.round(Rational.of("0.0000125"), Monetary.getCurrency("USD")))
                .isEqualTo(Amounts.of("0.000013", "USD"));
        assertThat(RoundingPolicy.builder().scale(18).build().scaleOf(Monetary.getCurrency("JPY")))
                .isEqualTo(18);
        assertThat(RoundingPolicy.builder().scale(0).build().scaleOf(Monetary.getCurrency("KWD")))
                .isZero();
    }

    @Test
    void refusesScalesOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoundingPolicy.builder().scale(19).build())
                .withMessageContaining("19");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoundingPolicy.builder().scale(-1).build())
                .withMessageContaining("-1");
    }

    @Test
    void theNamedKeyAndItsNameBelongTogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        RoundingPolicy.builder().residue(ResidueOwner.NAMED_KEY).build())
                .withMessageContaining("absent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoundingPolicy.builder().residueKey("a").build())
                .withMessageContaining("LARGEST_REMAINDER")
                .withMessageContaining("a");
    }

    @Test
    void exactMeansExact() {
        RoundingPolicy exact =
                RoundingPolicy.builder().mode(RoundingMode.UNNECESSARY).build();
        assertThat(exact.round(Amounts.of("0.10", "USD"))).isEqualTo(Amounts.of("0.1", "USD"));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> exact.round(Amounts.of("0.101", "USD")))
                .withMessageContaining("0.101");
    }
}
