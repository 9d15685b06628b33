package io.salesops.core.money;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Largest remainder beyond 63 bits: the same rule as {@link MoneyKernel#allocate}, written for any size. */
final class WideAllocation {

    private WideAllocation() {}

    static BigInteger[] allocate(BigInteger total, BigInteger[] weights) {
        BigInteger whole = BigInteger.ZERO;
        for (BigInteger weight : weights) {
            whole = whole.add(weight);
        }
        BigInteger[] shares = new BigInteger[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        BigInteger left = total.abs();
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] exact = total.abs().multiply(weights[i]).divideAndRemainder(whole);
            shares[i] = exact[0];
            remainders[i] = exact[1];
            left = left.subtract(exact[0]);
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(i -> remainders[i])
                        .thenComparing(i -> weights[i])
                        .reversed())
                .limit(left.intValueExact())
                .forEach(i -> shares[i] = shares[i].add(BigInteger.ONE));
        if (total.signum() < 0) {
            for (int i = 0; i < shares.length; i++) {
                shares[i] = shares[i].negate();
            }
        }
        return shares;
    }
}
