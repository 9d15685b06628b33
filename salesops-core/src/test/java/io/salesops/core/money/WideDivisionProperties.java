package io.salesops.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class WideDivisionProperties {
    private static final BigInteger WORD = BigInteger.TWO.pow(64);

    /** Digits near their ends are where the estimate of a digit goes wrong. */
    @Provide
    Arbitrary<Long> words() {
        Arbitrary<Long> digits = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.longs().between(0, 0xFFFF_FFFFL)),
                Tuple.of(
                        3,
                        Arbitraries.of(
                                0L, 1L, 2L, 0x7FFF_FFFFL, 0x8000_0000L, 0x8000_0001L, 0xFFFF_FFFEL, 0xFFFF_FFFFL)));
        return digits.list().ofSize(2).map(pair -> pair.get(0) << 32 | pair.get(1));
    }

    @Property(tries = 5_000)
    void equalsDivisionOfAnySize(
            @ForAll("words") long first, @ForAll("words") long low, @ForAll("words") long divisorWord) {
        long divisor = Math.max(1, divisorWord & Long.MAX_VALUE);
        long high = Long.remainderUnsigned(first, divisor);
        BigInteger dividend = BigInteger.valueOf(high).multiply(WORD).add(unsigned(low));
        assertThat(unsigned(WideDivision.divide(high, low, divisor)))
                .isEqualTo(dividend.divide(BigInteger.valueOf(divisor)));
    }

    private static BigInteger unsigned(long word) {
        return BigInteger.valueOf(word).mod(WORD);
    }
}
