package io.salesops.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.testkit.MoneyArbitraries;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class MoneyKernelProperties {

    @Provide
    Arbitrary<Long> minors() {
        return MoneyArbitraries.minorUnits();
    }

    @Provide
    Arbitrary<Long> denominators() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(1, 20),
                Arbitraries.longs().greaterOrEqual(1),
                Arbitraries.of(100L, 1_000_000L, Long.MAX_VALUE));
    }

    @Provide
    Arbitrary<Rational> numbers() {
        return MoneyArbitraries.rationals();
    }

    @Provide
    Arbitrary<CurrencyUnit> currencies() {
        return MoneyArbitraries.currencies();
    }

    @Provide
    Arbitrary<long[]> weights() {
        return Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.longs().between(0, 4)),
                        Tuple.of(3, Arbitraries.longs().between(0, 10_000_000)),
                        Tuple.of(1, Arbitraries.longs().between(0, Long.MAX_VALUE / 24)))
                .array(long[].class)
                .ofMinSize(1)
                .ofMaxSize(24)
                .filter(values -> Arrays.stream(values).anyMatch(weight -> weight > 0));
    }

    @Property(tries = 5_000)
    void multiplyIsTheRoundedProductOrAnError(
            @ForAll("minors") long minor,
            @ForAll("minors") long numerator,
            @ForAll("denominators") long denominator,
            @ForAll RoundingMode mode) {
        Optional<Long> expected = inAnySize(minor, numerator, denominator, mode);
        check(expected, () -> MoneyKernel.multiply(minor, numerator, denominator, mode));
        check(expected, () -> MoneyKernel.multiply(minor, Rational.of(numerator, denominator), mode));
    }

    @Property
    void multiplyTakesRatiosOfAnySize(
            @ForAll("minors") long minor, @ForAll("numbers") Rational ratio, @ForAll RoundingMode mode) {
        check(
                inAnySize(BigInteger.valueOf(minor).multiply(ratio.numerator()), ratio.denominator(), mode),
                () -> MoneyKernel.multiply(minor, ratio, mode));
    }

    /** Numerator and denominator beyond 63 bits, the result far below. */
    @Property
    void multiplyTakesLongRatiosOfShortResults(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long minor,
            @ForAll int above,
            @ForAll @IntRange(min = 1) int below,
            @ForAll RoundingMode mode) {
        BigInteger large = BigInteger.TEN.pow(25);
        Rational ratio = new Rational(
                large.multiply(BigInteger.valueOf(3)).add(BigInteger.valueOf(above)),
                large.add(BigInteger.valueOf(below)));
        check(
                inAnySize(BigInteger.valueOf(minor).multiply(ratio.numerator()), ratio.denominator(), mode),
                () -> MoneyKernel.multiply(minor, ratio, mode));
    }

    /** Quotients near a half, near a whole number and near the ends of long decide about rounding. */
    @Property(tries = 5_000)
    void multiplyRoundsTiesAndEndsLikeBigDecimal(
            @ForAll("minors") long quotient,
            @ForAll @IntRange(min = -2, max = 2) int nudge,
            @ForAll @IntRange(min = 1, max = 50) int half,
            @ForAll RoundingMode mode) {
        long denominator = 2L * half;
        BigInteger product = BigInteger.valueOf(quotient)
                .multiply(BigInteger.valueOf(denominator))
                .add(BigInteger.valueOf(half + nudge));
        Optional<Long> expected = inAnySize(product, BigInteger.valueOf(denominator), mode);
        // The product as two factors, where one exists: quotient * denominator + half is (2 * quotient + 1) * half.
        if (nudge == 0 && product.divide(BigInteger.valueOf(half)).bitLength() < Long.SIZE) {
            long odd = product.divide(BigInteger.valueOf(half)).longValueExact();
            check(expected, () -> MoneyKernel.multiply(odd, half, denominator, mode));
        }
        if (product.bitLength() < Long.SIZE) {
            check(expected, () -> MoneyKernel.multiply(product.longValueExact(), 1, denominator, mode));
        }
    }

    private static Optional<Long> inAnySize(long minor, long numerator, long denominator, RoundingMode mode) {
        return inAnySize(
                BigInteger.valueOf(minor).multiply(BigInteger.valueOf(numerator)),
                BigInteger.valueOf(denominator),
                mode);
    }

    private static Optional<Long> inAnySize(BigInteger product, BigInteger denominator, RoundingMode mode) {
        try {
            return Optional.of(new BigDecimal(product)
                    .divide(new BigDecimal(denominator), 0, mode)
                    .longValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static void check(Optional<Long> expected, LongSupplier actual) {
        if (expected.isPresent()) {
            assertThat(actual.getAsLong()).isEqualTo(expected.get());
        } else {
            assertThatThrownBy(actual::getAsLong)
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageContaining("Maybe");
        }
    }

    @Property
    void sharesSumToTheWholeAndKeepTheQuota(@ForAll("minors") long total, @ForAll("weights") long[] weights) {
        long[] shares = allocate(total, weights);
        BigInteger whole = sum(weights);
        assertThat(sum(shares)).isEqualTo(BigInteger.valueOf(total));
        for (int i = 0; i < weights.length; i++) {
            BigDecimal exact = new BigDecimal(BigInteger.valueOf(total).multiply(BigInteger.valueOf(weights[i])));
            BigDecimal parts = new BigDecimal(whole);
            assertThat(BigDecimal.valueOf(shares[i]))
                    .isBetween(
                            exact.divide(parts, 0, RoundingMode.FLOOR), exact.divide(parts, 0, RoundingMode.CEILING));
        }
    }

    @Property
    void aNegativeTotalIsSplitAsTheMirrorImage(@ForAll("minors") long total, @ForAll("weights") long[] weights) {
        if (total != Long.MIN_VALUE) {
            long[] mirrored =
                    Arrays.stream(allocate(total, weights)).map(share -> -share).toArray();
            assertThat(allocate(-total, weights)).isEqualTo(mirrored);
        }
    }

    @Property
    void longsAndNumbersOfAnySizeAgree(@ForAll("minors") long total, @ForAll("weights") long[] weights) {
        BigInteger[] wide = WideAllocation.allocate(BigInteger.valueOf(total), wide(weights));
        assertThat(wide(allocate(total, weights))).isEqualTo(wide);
    }

    @Property
    void scalingAllWeightsChangesNothing(
            @ForAll("minors") long total,
            @ForAll("weights") long[] weights,
            @ForAll @IntRange(min = 1, max = 1_000_000) int factor) {
        BigInteger[] scaled = wide(weights);
        Arrays.setAll(scaled, i -> scaled[i].multiply(BigInteger.valueOf(factor)));
        assertThat(WideAllocation.allocate(BigInteger.valueOf(total), scaled))
                .isEqualTo(wide(allocate(total, weights)));
    }

    @Property
    void weightsWhoseSumNeedsMoreThan63BitsAreSplitAsWell(
            @ForAll("minors") long total, @ForAll @IntRange(min = 2, max = 9) int keys) {
        long[] weights = new long[keys];
        Arrays.setAll(weights, i -> Long.MAX_VALUE - i % 3);
        long[] shares = allocate(total, weights);
        assertThat(sum(shares)).isEqualTo(BigInteger.valueOf(total));
        assertThat(wide(shares)).isEqualTo(WideAllocation.allocate(BigInteger.valueOf(total), wide(weights)));
    }

    @Property
    void theWeightsAreOnlyRead(@ForAll("minors") long total, @ForAll("weights") long[] weights) {
        long[] before = weights.clone();
        allocate(total, weights);
        assertThat(weights).isEqualTo(before);
    }

    @Property
    void minorUnitsAndAmountsAreTheSame(
            @ForAll("minors") long minor,
            @ForAll @IntRange(max = 9) int scale,
            @ForAll("currencies") CurrencyUnit currency) {
        assertThat(MoneyKernel.minor(MoneyKernel.amount(minor, scale, currency), scale))
                .isEqualTo(minor);
        assertThat(MoneyKernel.amount(minor, scale, currency))
                .isEqualTo(Amounts.of(BigDecimal.valueOf(minor, scale), currency));
    }

    private static long[] allocate(long total, long[] weights) {
        long[] shares = new long[weights.length];
        MoneyKernel.allocate(total, weights, shares);
        return shares;
    }

    private static BigInteger[] wide(long[] values) {
        return Arrays.stream(values).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }

    private static BigInteger sum(long[] values) {
        return List.of(wide(values)).stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
