package io.salesops.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import javax.money.UnknownCurrencyException;
import org.javamoney.moneta.CurrencyUnitBuilder;
import org.javamoney.moneta.FastMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1e1000000000", "1e-1000000000", "1e2147483647", "1e-2147483647", "1e256", "1e-257"})
    void refusesEndlessNumbers(String number) {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Amounts.of(number, "EUR"))
                .withMessageContaining("EUR")
                .withMessageContaining("more than 256");
    }

    @Test
    void neverRoundsALongNumber() {
        BigDecimal longest = new BigDecimal("7".repeat(254) + ".77");
        assertThat(Amounts.number(Amounts.of(longest, EUR))).isEqualTo(longest);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Amounts.of(new BigDecimal("7".repeat(254) + ".777"), EUR))
                .withMessageContaining("257 digits");
        assertThat(Amounts.number(Amounts.of("1e255", "EUR"))).isEqualTo(new BigDecimal(BigInteger.TEN.pow(255)));
        assertThat(Amounts.number(Amounts.of("1e-256", "EUR"))).isEqualByComparingTo(new BigDecimal("1e-256"));
    }

    @Test
    void fastMoneyIsTakenButNeverMade() {
        MonetaryAmount fast = FastMoney.of(new BigDecimal("59.97"), "EUR");
        assertThat(Amounts.number(fast)).isEqualByComparingTo("59.97");
        assertThat(Amounts.exact(fast)).isEqualTo(Rational.of(5_997, 100));
        assertThat(Amounts.of(fast)).isEqualTo(Amounts.of("59.97", "EUR")).isNotInstanceOf(FastMoney.class);
        assertThat(Amounts.sum(List.of(fast, Amounts.of("0.03", "EUR")), EUR)).isEqualTo(Amounts.of("60", "EUR"));
        assertThat(RoundingPolicy.halfUp().withScale(1).round(fast)).isEqualTo(Amounts.of("60.0", "EUR"));
    }

    @Test
    void currenciesOfOtherProvidersAreTheSameByTheirCode() {
        CurrencyUnit other = CurrencyUnitBuilder.of("EUR", "elsewhere")
                .setDefaultFractionDigits(2)
                .build();
        assertThat(Amounts.sameCurrency(Amounts.of("1", "EUR"), Amounts.of(BigDecimal.ONE, other)))
                .isEqualTo(EUR);
        assertThat(Amounts.sum(List.of(Amounts.of(BigDecimal.ONE, other)), EUR)).isEqualTo(Amounts.of("1", "EUR"));
    }

    @Test
    void refusesWhatIsNoNumberOrCurrency() {
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> Amounts.of("1,5", "EUR"));
        assertThatExceptionOfType(UnknownCurrencyException.class).isThrownBy(() -> Amounts.of("1", "EURO"));
    }

    @Test
    void nothingIsZero() {
        assertThat(Amounts.zero(EUR)).isEqualTo(Amounts.of("0.00", "EUR")).isEqualTo(Amounts.of("-0", "EUR"));
        assertThat(Amounts.sum(List.of(), EUR)).isEqualTo(Amounts.zero(EUR));
    }
}
