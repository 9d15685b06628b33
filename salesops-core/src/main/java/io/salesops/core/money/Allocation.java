package io.salesops.core.money;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * A whole split into shares that sum to it.
 *
 * <p>By largest remainder (the default of {@link RoundingPolicy}) each share is the floor or the ceiling of its exact
 * value; ties go to the larger weight, then to the smaller key, never to the position. A negative whole is split as the
 * mirror image of the positive one. Immutable and thread-safe; O(n log n).
 *
 * @param total the whole
 * @param shares the share of each key, in key order
 * @param <K> what the shares belong to
 */
public record Allocation<K>(MonetaryAmount total, ImmutableMap<K, Share> shares) {

    /**
     * A part of the whole.
     *
     * @param amount the rounded share
     * @param residue the exact share less the rounded one, in the currency's units
     */
    public record Share(MonetaryAmount amount, Rational residue) {}

    /**
     * Splits a whole in proportion to weights.
     *
     * @param total a whole number of minor units at the policy's scale
     * @param weights not negative, not all zero
     * @param rounding the scale, and who owns the residue
     * @throws IllegalArgumentException if there is no weight, one is negative, all are zero, or the policy names a key
     *     that is not there
     * @throws ArithmeticException if the total has more decimals than the scale
     */
    public static <K extends Comparable<K>> Allocation<K> of(
            MonetaryAmount total, Map<K, Rational> weights, RoundingPolicy rounding) {
        SortedMap<K, Rational> sorted = new TreeMap<>(weights);
        CurrencyUnit currency = total.getCurrency();
        int scale = rounding.scaleOf(currency);
        BigInteger minor = wholeMinor(total, scale);
        BigInteger[] parts = integerWeights(sorted);
        BigInteger[] shares = rounding.residue() == ResidueOwner.LARGEST_REMAINDER
                ? byLargestRemainder(minor, parts)
                : toOneOwner(minor, parts, ownerIndex(sorted, rounding), rounding.mode());
        BigInteger whole = sum(parts);
        ImmutableSortedMap.Builder<K, Share> result = ImmutableSortedMap.naturalOrder();
        int index = 0;
        for (K key : sorted.keySet()) {
            Rational exact = new Rational(minor.multiply(parts[index]), whole);
            Rational residue = exact.minus(new Rational(shares[index], BigInteger.ONE))
                    .dividedBy(new Rational(BigInteger.TEN.pow(scale), BigInteger.ONE));
            result.put(key, new Share(Amounts.of(new BigDecimal(shares[index], scale), currency), residue));
            index++;
        }
        return new Allocation<>(total, result.build());
    }

    /** Splits a whole over a list whose order is its meaning: the key of an entry is its index, so ties go to the earlier one. */
    public static Allocation<Integer> inOrder(MonetaryAmount total, List<Rational> weights, RoundingPolicy rounding) {
        Map<Integer, Rational> byIndex = new TreeMap<>();
        for (int i = 0; i < weights.size(); i++) {
            byIndex.put(i, weights.get(i));
        }
        return of(total, byIndex, rounding);
    }

    /**
     * Returns the amount of a key.
     *
     * @throws NullPointerException if the key has no share
     */
    public MonetaryAmount share(K key) {
        return Objects.requireNonNull(shares.get(key), () -> "no share of " + key)
                .amount();
    }

    private static BigInteger wholeMinor(MonetaryAmount total, int scale) {
        BigDecimal number = Amounts.number(total);
        if (number.stripTrailingZeros().scale() > scale) {
            throw new ArithmeticException("total " + total + " has more than " + scale
                    + " decimals. Maybe round it by a policy before it is split.");
        }
        return number.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
    }

    /** Brings the weights to one denominator and drops it. */
    private static BigInteger[] integerWeights(SortedMap<?, Rational> weights) {
        checkArgument(!weights.isEmpty(), "there must be at least one weight: %s", weights);
        BigInteger denominator = BigInteger.ONE;
        for (Rational weight : weights.values()) {
            checkArgument(weight.signum() >= 0, "weight must not be negative: %s in %s", weight, weights);
            denominator =
                    denominator.divide(denominator.gcd(weight.denominator())).multiply(weight.denominator());
        }
        BigInteger[] parts = new BigInteger[weights.size()];
        BigInteger divisor = BigInteger.ZERO;
        int index = 0;
        for (Rational weight : weights.values()) {
            parts[index] = weight.numerator().multiply(denominator.divide(weight.denominator()));
            divisor = divisor.gcd(parts[index]);
            index++;
        }
        checkArgument(divisor.signum() > 0, "weights must not all be zero: %s", weights);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].divide(divisor);
        }
        return parts;
    }

    private static BigInteger[] byLargestRemainder(BigInteger minor, BigInteger[] parts) {
        BigInteger[] shares = new BigInteger[parts.length];
        if (minor.bitLength() < Long.SIZE
                && !minor.equals(LONGEST)
                && sum(parts).bitLength() < Long.SIZE) {
            long[] weights = new long[parts.length];
            for (int i = 0; i < parts.length; i++) {
                weights[i] = parts[i].longValueExact();
            }
            long[] exact = new long[parts.length];
            MoneyKernel.allocate(minor.longValueExact(), weights, exact);
            for (int i = 0; i < parts.length; i++) {
                shares[i] = BigInteger.valueOf(exact[i]);
            }
            return shares;
        }
        return WideAllocation.allocate(minor, parts);
    }

    private static final BigInteger LONGEST = BigInteger.valueOf(Long.MIN_VALUE);

    private static BigInteger[] toOneOwner(BigInteger minor, BigInteger[] parts, int owner, RoundingMode mode) {
        BigInteger whole = sum(parts);
        BigInteger[] shares = new BigInteger[parts.length];
        BigInteger rest = minor;
        for (int i = 0; i < parts.length; i++) {
            if (i != owner) {
                shares[i] = new Rational(minor.multiply(parts[i]), whole)
                        .round(0, mode)
                        .toBigIntegerExact();
                rest = rest.subtract(shares[i]);
            }
        }
        shares[owner] = rest;
        return shares;
    }

    private static int ownerIndex(SortedMap<?, Rational> weights, RoundingPolicy rounding) {
        if (rounding.residue() == ResidueOwner.LAST_KEY) {
            return weights.size() - 1;
        }
        String named = rounding.residueKey().orElseThrow();
        int index = 0;
        for (Object key : weights.keySet()) {
            if (key.toString().equals(named)) {
                return index;
            }
            index++;
        }
        throw new IllegalArgumentException(
                "no weight has the key '" + named + "' that owns the residue. Maybe it is one of " + weights.keySet());
    }

    private static BigInteger sum(BigInteger[] parts) {
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger part : parts) {
            sum = sum.add(part);
        }
        return sum;
    }
}
