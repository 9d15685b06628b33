package io.salesops.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({
        "12, 12",
        "-0, 0",
        "0.50, 0.5",
        " 1/3 , 1/3",
        "2/4, 0.5",
        "-1/3, -1/3",
        "1/-3, -1/3",
        "0.5/1.5, 1/3",
        "1e3, 1000",
        "1E-3, 0.001",
        "100, 100"
    })
    void readsDecimalsAndQuotients(String text, String written) {
        assertThat(Rational.of(text)).hasToString(written);
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", " ", "one", "1,5", "1.5.0", "1/2/3", "/2", "1/", "12%", "NaN"})
    void refusesWhatIsNoNumber(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rational.of(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("Maybe");
    }

    @Test
    void refusesAZeroBelowTheStroke() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rational.of("1/0"))
                .withMessageContaining("'1/0'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rational.ONE.dividedBy(Rational.ZERO))
                .withMessageContaining("1/0");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "1e1000000000",
                "1e-1000000000",
                "1e2147483647",
                "1e-2147483647",
                "1e1000",
                "1e-1001",
                "1/1e-1000000000"
            })
    void refusesAShortTextOfAnEndlessNumber(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rational.of(text))
                .withMessageContaining("more than 1000 digits");
    }

    @Test
    void whatCanBeReadCanBeWrittenAndReadAgain() {
        for (String text : new String[] {"1e999", "1e-1000", "9e999", "1/" + BigInteger.TWO.pow(3_000), "1e-999/3"}) {
            Rational number = Rational.of(text);
            assertThat(Rational.of(number.toString())).isEqualTo(number);
        }
    }

    @Test
    void refusesAQuotientThatCouldNotBeReadAgain() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rational.of("1e-2/3e999"))
                .withMessageContaining("1e-2/3e999");
        assertThatIllegalArgumentException().isThrownBy(() -> Rational.of("1e999/3e-9"));
        assertThat(Rational.of("1e998/3").numerator()).isEqualTo(BigInteger.TEN.pow(998));
    }

    @Test
    void takesTheEndsOfLong() {
        Rational least = Rational.of(Long.MIN_VALUE);
        assertThat(least.negated().minus(Rational.ONE)).isEqualTo(Rational.of(Long.MAX_VALUE));
        assertThat(Rational.of(Long.MIN_VALUE, Long.MIN_VALUE)).isEqualTo(Rational.ONE);
        assertThat(Rational.of(Long.MIN_VALUE, 6)).hasToString("-4611686018427387904/3");
        assertThat(Rational.of(1, Long.MIN_VALUE).abs().denominator()).isEqualTo(BigInteger.TWO.pow(63));
    }

    @Test
    void wholeNumbersWithExponentStayShort() {
        assertThat(Rational.of(new BigDecimal("5E+2"))).isEqualTo(Rational.of(500));
        assertThat(Rational.of(500).decimal()).contains(new BigDecimal("500"));
    }

    @Test
    void aRestIsNamedWhereNoneIsAllowed() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Rational.of(1, 3).round(2, RoundingMode.UNNECESSARY))
                .withMessageContaining("1/3 has more than 2 decimals");
    }
}
