package io.salesops.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyKernelTest {
    private static final long MAX = Long.MAX_VALUE;
    private static final long MIN = Long.MIN_VALUE;

    @Test
    void theEndsOfLongAreReachedButNotPassed() {
        assertThat(MoneyKernel.multiply(MAX, MAX, MAX, RoundingMode.UNNECESSARY))
                .isEqualTo(MAX);
        assertThat(MoneyKernel.multiply(MIN, MAX, MAX, RoundingMode.UNNECESSARY))
                .isEqualTo(MIN);
        assertThat(MoneyKernel.multiply(MIN, 1, 1, RoundingMode.UNNECESSARY)).isEqualTo(MIN);
        assertThat(MoneyKernel.multiply(MAX, -4, 4, RoundingMode.DOWN)).isEqualTo(-MAX);
        // -2^63 - 1/2: cut off it has a place, rounded away from zero it has none.
        assertThat(MoneyKernel.multiply(-67280421310721L, 274_177, 2, RoundingMode.DOWN))
                .isEqualTo(MIN);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> MoneyKernel.multiply(-67280421310721L, 274_177, 2, RoundingMode.UP));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> MoneyKernel.multiply(67280421310721L, 274_177, 2, RoundingMode.DOWN));
    }

    @ParameterizedTest(name = "{0} * {1} / {2}")
    @CsvSource({
        "9223372036854775807, 2, 1",
        "-9223372036854775808, -1, 1",
        "-9223372036854775808, 9223372036854775807, 1",
        "-9223372036854775808, -9223372036854775808, 9223372036854775807",
        "6148914691236517205, 3, 2",
        "4611686018427387904, 4, 2"
    })
    void aResultBeyondTheEndsIsAnError(long minor, long numerator, long denominator) {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> MoneyKernel.multiply(minor, numerator, denominator, RoundingMode.HALF_UP))
                .withMessageContaining(Long.toString(minor))
                .withMessageContaining("63 bits");
    }

    @Test
    void roundingMayNotStepOverTheEnds() {
        // 6148914691236517205 * 3 / 2 is 2^63 - 1/2.
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> MoneyKernel.multiply(6148914691236517205L, 3, 2, RoundingMode.UP));
        assertThat(MoneyKernel.multiply(6148914691236517205L, 3, 2, RoundingMode.DOWN))
                .isEqualTo(MAX);
        assertThat(MoneyKernel.multiply(-6148914691236517205L, 3, 2, RoundingMode.UP))
                .isEqualTo(MIN);
    }

    @Test
    void aRestIsAnErrorWhereNoneIsAllowed() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> MoneyKernel.multiply(10, 1, 3, RoundingMode.UNNECESSARY))
                .withMessageContaining("rest 1/3");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> MoneyKernel.multiply(MAX, 7, 11, RoundingMode.UNNECESSARY))
                .withMessageContaining("Maybe");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> MoneyKernel.multiply(1, Rational.of("1/1e40"), RoundingMode.UNNECESSARY))
                .withMessageContaining("UNNECESSARY");
    }

    @Test
    void denominatorsArePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoneyKernel.multiply(1, 1, 0, RoundingMode.UP))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoneyKernel.multiply(1, 1, -5, RoundingMode.UP))
                .withMessageContaining("-5");
    }

    @Test
    void splitsTheEndsOfLong() {
        long[] shares = new long[3];
        MoneyKernel.allocate(MIN, new long[] {1, 1, 1}, shares);
        assertThat(shares).containsExactly(-3074457345618258603L, -3074457345618258603L, -3074457345618258602L);
        MoneyKernel.allocate(MAX, new long[] {MAX, 0, MAX}, shares);
        assertThat(shares).containsExactly(4611686018427387904L, 0, 4611686018427387903L);
    }

    @Test
    void refusesWeightsThatSayNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoneyKernel.allocate(1, new long[0], new long[0]))
                .withMessageContaining("all be zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoneyKernel.allocate(MIN, new long[2], new long[2]))
                .withMessageContaining("all be zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoneyKernel.allocate(1, new long[] {2, -1}, new long[2]))
                .withMessageContaining("-1");
    }

    @Test
    void refusesArraysThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoneyKernel.allocate(1, new long[] {1, 1}, new long[3]))
                .withMessageContaining("2 and 3");
        long[] both = {1, 2};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoneyKernel.allocate(10, both, both))
                .withMessageContaining("over the weights");
        assertThat(both).containsExactly(1, 2);
    }

    @Test
    void minorUnitsAreWholeAndFit() {
        assertThat(MoneyKernel.minor(Amounts.of("59.97", "EUR"), 2)).isEqualTo(5_997);
        assertThat(MoneyKernel.minor(Amounts.of("5E+2", "JPY"), 0)).isEqualTo(500);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> MoneyKernel.minor(Amounts.of("0.001", "EUR"), 2))
                .withMessageContaining("scale 2");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> MoneyKernel.minor(Amounts.of("92233720368547758.08", "EUR"), 2))
                .withMessageContaining("63 bits");
    }
}
