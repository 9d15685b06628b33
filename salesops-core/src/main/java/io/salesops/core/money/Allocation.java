package io.salesops.core.money;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * A whole split into shares that sum to it.
 *
 * <p>By largest remainder (the default of {@link RoundingPolicy}) each share is the floor or the ceiling of its exact
 * value; ties go to the larger weight, then to the smaller key, never to the position. Where a policy gives the residue
 * to one key, all other shares are rounded by its mode and that one takes what is left, whatever its weight. A negative
 * whole is always split as the mirror image of the positive one, so that a refund undoes its charge share by share.
 * Immutable and thread-safe; O(n log n).
 *
 * @param total the whole
 * @param shares the share of each key, in key order
 * @param <K> what the shares belong to
 */
public record Allocation<K>(MonetaryAmount total, ImmutableMap<K, Share> shares) {

    /** Checks that the shares are in the currency of the whole and sum to it. */
    public Allocation {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<K, Share> share : shares.entrySet()) {
            MonetaryAmount amount = share.getValue().amount();
            checkArgument(
                    Amounts.same(amount.getCurrency(), total.getCurrency()),
                    "share of '%s' must be in %s like the whole: %s",
                    share.getKey(),
                    total.getCurrency(),
                    amount);
            sum = sum.add(Amounts.number(amount));
        }
        checkArgument(
                sum.compareTo(Amounts.number(total)) == 0, "shares must sum to the whole %s: they make %s", total, sum);
    }

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
     * @param rounding the scale, and who owns the residue; the mode matters only where that is one key
     * @throws IllegalArgumentException if there is no weight, one is negative, all are zero, the policy names a key that
     *     is not there, or two keys compare as equal
     * @throws ArithmeticException if the total has more decimals than the scale
     */
    public static <K extends Comparable<K>> Allocation<K> of(
            MonetaryAmount total, Map<K, Rational> weights, RoundingPolicy rounding) {
        SortedMap<K, Rational> sorted = new TreeMap<>(weights);
        checkArgument(
                sorted.size() == weights.size(),
                "keys must differ by their order, not only by equals: %s",
                weights.keySet());
        CurrencyUnit currency = total.getCurrency();
        int scale = rounding.scaleOf(currency);
        BigInteger minor = wholeMinor(total, scale);
        BigInteger[] parts = integerWeights(sorted);
        BigInteger[] shares = rounding.residue() == ResidueOwner.LARGEST_REMAINDER
                ? byLargestRemainder(minor, parts)
                : toOneOwner(minor, parts, ownerIndex(sorted, rounding), rounding.mode());
        BigInteger whole = sum(parts);
        BigInteger unit = whole.multiply(BigInteger.TEN.pow(scale));
        ImmutableSortedMap.Builder<K, Share> result = ImmutableSortedMap.naturalOrder();
        int index = 0;
        for (K key : sorted.keySet()) {
            BigInteger rest = minor.multiply(parts[index]).subtract(shares[index].multiply(whole));
            Rational residue = rest.signum() == 0 ? Rational.ZERO : new Rational(rest, unit);
            result.put(key, new Share(Amounts.of(new BigDecimal(shares[index], scale), currency), residue));
            index++;
        }
        return new Allocation<>(Amounts.of(total), result.build());
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
     * @throws IllegalArgumentException if the key has no share
     */
    public MonetaryAmount share(K key) {
        return get(key).amount();
    }

    /**
     * Returns what rounding took from a key: its exact share less the rounded one, in the currency's units.
     *
     * @throws IllegalArgumentException if the key has no share
     */
    public Rational residue(K key) {
        return get(key).residue();
    }

    private Share get(K key) {
        Share share = shares.get(key);
        checkArgument(share != null, "no share of '%s'. Maybe it is one of %s.", key, shares.keySet());
        return share;
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
        boolean positive = false;
        for (Rational weight : weights.values()) {
            checkArgument(weight.signum() >= 0, "weight must not be negative: %s in %s", weight, weights);
            positive |= weight.signum() > 0;
            if (!weight.denominator().equals(denominator)) {
                BigInteger missing = weight.denominator().divide(denominator.gcd(weight.denominator()));
                denominator = denominator.multiply(missing);
            }
        }
        checkArgument(positive, "weights must not all be zero: %s", weights);
        BigInteger[] parts = new BigInteger[weights.size()];
        int index = 0;
        for (Rational weight : weights.values()) {
            parts[index] = weight.denominator().equals(denominator)
                    ? weight.numerator()
                    : weight.numerator().multiply(denominator.divide(weight.denominator()));
            index++;
        }
        return parts;
    }

    private static BigInteger[] byLargestRemainder(BigInteger minor, BigInteger[] parts) {
        if (!fitsLong(minor) || !Arrays.stream(parts).allMatch(Allocation::fitsLong)) {
            return WideAllocation.allocate(minor, parts);
        }
        long[] weights = Arrays.stream(parts).mapToLong(BigInteger::longValue).toArray();
        long[] shares = new long[parts.length];
        MoneyKernel.allocate(minor.longValue(), weights, shares);
        return Arrays.stream(shares).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }

    private static boolean fitsLong(BigInteger value) {
        return value.bitLength() < Long.SIZE;
    }

    private static BigInteger[] toOneOwner(BigInteger minor, BigInteger[] parts, int owner, RoundingMode mode) {
        BigInteger whole = sum(parts);
        BigInteger[] shares = new BigInteger[parts.length];
        BigInteger rest = minor;
        for (int i = 0; i < parts.length; i++) {
            if (i != owner) {
                BigInteger share = new Rational(minor.abs().multiply(parts[i]), whole)
                        .round(0, mode)
                        .toBigIntegerExact();
                shares[i] = minor.signum() < 0 ? share.negate() : share;
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
