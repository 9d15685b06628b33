package io.salesops.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salesops.core.testkit.MoneyArbitraries;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class RationalProperties {

    @Provide
    Arbitrary<Rational> numbers() {
        return MoneyArbitraries.rationals();
    }

    @Provide
    Arbitrary<RoundingMode> modes() {
        return MoneyArbitraries.roundingModes();
    }

    @Property
    void isReducedWithPositiveDenominator(@ForAll BigInteger above, @ForAll BigInteger below) {
        if (below.signum() == 0) {
            assertThatThrownBy(() -> new Rational(above, below)).hasMessageContaining("denominator must not be zero");
            return;
        }
        Rational number = new Rational(above, below);
        assertThat(number.denominator().signum()).isPositive();
        assertThat(number.numerator().gcd(number.denominator())).isEqualTo(BigInteger.ONE);
        assertThat(number.numerator().multiply(below)).isEqualTo(above.multiply(number.denominator()));
    }

    @Property
    void additionIsACommutativeGroup(
            @ForAll("numbers") Rational a, @ForAll("numbers") Rational b, @ForAll("numbers") Rational c) {
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.plus(Rational.ZERO)).isEqualTo(a);
        assertThat(a.plus(a.negated())).isEqualTo(Rational.ZERO);
        assertThat(a.minus(b).plus(b)).isEqualTo(a);
    }

    @Property
    void multiplicationIsACommutativeGroupWithoutZero(
            @ForAll("numbers") Rational a, @ForAll("numbers") Rational b, @ForAll("numbers") Rational c) {
        assertThat(a.times(b)).isEqualTo(b.times(a));
        assertThat(a.times(b).times(c)).isEqualTo(a.times(b.times(c)));
        assertThat(a.times(Rational.ONE)).isEqualTo(a);
        if (b.signum() != 0) {
            assertThat(a.dividedBy(b).times(b)).isEqualTo(a);
            assertThat(b.dividedBy(b)).isEqualTo(Rational.ONE);
        }
    }

    @Property
    void multiplicationDistributesOverAddition(
            @ForAll("numbers") Rational a, @ForAll("numbers") Rational b, @ForAll("numbers") Rational c) {
        assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
    }

    @Property
    void orderIsTotalAndAgreesWithEqualsAndArithmetic(
            @ForAll("numbers") Rational a, @ForAll("numbers") Rational b, @ForAll("numbers") Rational c) {
        assertThat(a.compareTo(b)).isEqualTo(-b.compareTo(a));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
        assertThat(a.compareTo(b)).isEqualTo(a.minus(b).signum());
        assertThat(a.plus(c).compareTo(b.plus(c))).isEqualTo(a.compareTo(b));
        assertThat(a.min(b)).isEqualTo(a.compareTo(b) < 0 ? a : b);
        assertThat(a.max(b)).isEqualTo(a.compareTo(b) > 0 ? a : b);
    }

    @Property
    void absoluteValueDropsTheSign(@ForAll("numbers") Rational a) {
        assertThat(a.abs().signum()).isNotNegative();
        assertThat(a.abs()).isEqualTo(a.max(a.negated()));
        assertThat(a.negated().negated()).isEqualTo(a);
        assertThat(a.negated().signum()).isEqualTo(-a.signum());
    }

    @Property
    void textIsReadBackAsTheSameNumber(@ForAll("numbers") Rational number) {
        assertThat(Rational.of(number.toString())).isEqualTo(number).hasSameHashCodeAs(number);
    }

    @Property
    void decimalsAreTakenExactly(@ForAll @BigRange(min = "-1e20", max = "1e20") @Scale(12) BigDecimal decimal) {
        Rational number = Rational.of(decimal);
        assertThat(number.decimal()).hasValueSatisfying(value -> {
            assertThat(value).isEqualByComparingTo(decimal);
            assertThat(value.scale())
                    .isEqualTo(Math.max(0, decimal.stripTrailingZeros().scale()));
        });
        assertThat(Rational.of(decimal.toString())).isEqualTo(number);
    }

    @Property
    void hasDecimalsThatEndExactlyWhereTwosAndFivesMakeUpTheDenominator(@ForAll("numbers") Rational number) {
        BigInteger rest = number.denominator();
        for (BigInteger prime : new BigInteger[] {BigInteger.TWO, BigInteger.valueOf(5)}) {
            while (rest.mod(prime).signum() == 0) {
                rest = rest.divide(prime);
            }
        }
        assertThat(number.decimal().isPresent()).isEqualTo(rest.equals(BigInteger.ONE));
    }

    @Property
    void roundsToAMultipleLessThanOneUnitAway(
            @ForAll("numbers") Rational number,
            @ForAll @IntRange(max = 10) int scale,
            @ForAll("modes") RoundingMode mode) {
        BigDecimal rounded = number.round(scale, mode);
        Rational unit = Rational.of(BigDecimal.ONE.movePointLeft(scale));
        Rational error = number.minus(Rational.of(rounded));
        assertThat(rounded.scale()).isEqualTo(scale);
        assertThat(error.abs()).isLessThan(unit);
        switch (mode) {
            case UP -> assertThat(error.signum() * number.signum()).isLessThanOrEqualTo(0);
            case DOWN -> assertThat(error.signum() * number.signum()).isGreaterThanOrEqualTo(0);
            case CEILING -> assertThat(error.signum()).isLessThanOrEqualTo(0);
            case FLOOR -> assertThat(error.signum()).isGreaterThanOrEqualTo(0);
            default -> assertThat(error.abs()).isLessThanOrEqualTo(unit.times(Rational.of(1, 2)));
        }
    }

    @Property
    void exactRoundingRefusesARest(@ForAll("numbers") Rational number, @ForAll @IntRange(max = 10) int scale) {
        boolean fits = number.decimal().filter(value -> value.scale() <= scale).isPresent();
        if (fits) {
            assertThat(Rational.of(number.round(scale, RoundingMode.UNNECESSARY)))
                    .isEqualTo(number);
        } else {
            assertThatThrownBy(() -> number.round(scale, RoundingMode.UNNECESSARY))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageContaining(number.toString())
                    .hasMessageContaining("Maybe");
        }
    }

    @Property
    void approximationIsCloseForStatistics(@ForAll("numbers") Rational number) {
        double exact = new BigDecimal(number.numerator())
                .divide(new BigDecimal(number.denominator()), new MathContext(60))
                .doubleValue();
        assertThat(number.approximate()).isCloseTo(exact, within(Math.ulp(exact)));
    }
}
