package io.salesops.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.testkit.MoneyArbitraries;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class AllocationProperties {

    /** A whole that fits the scale of its policy. */
    record Whole(MonetaryAmount amount, RoundingPolicy policy) {

        BigInteger minor() {
            return Amounts.number(amount).setScale(scale()).unscaledValue();
        }

        int scale() {
            return policy.scaleOf(amount.getCurrency());
        }
    }

    @Provide
    Arbitrary<Whole> wholes() {
        return Combinators.combine(MoneyArbitraries.currencies(), MoneyArbitraries.roundingPolicies())
                .flatAs((currency, policy) ->
                        amounts(currency, policy.scaleOf(currency)).map(amount -> new Whole(amount, policy)))
                .withoutEdgeCases();
    }

    private static Arbitrary<MonetaryAmount> amounts(CurrencyUnit currency, int scale) {
        Arbitrary<MonetaryAmount> few =
                Arbitraries.longs().between(-30, 30).map(minor -> MoneyKernel.amount(minor, scale, currency));
        Arbitrary<MonetaryAmount> huge = Arbitraries.bigIntegers()
                .between(BigInteger.TEN.pow(30).negate(), BigInteger.TEN.pow(30))
                .map(minor -> Amounts.of(new BigDecimal(minor, scale), currency));
        return Arbitraries.oneOf(few, MoneyArbitraries.amounts(currency, scale), huge);
    }

    @Provide
    Arbitrary<Map<String, Rational>> weights() {
        return MoneyArbitraries.weights();
    }

    @Property
    void sharesSumToTheWhole(@ForAll("wholes") Whole whole, @ForAll("weights") Map<String, Rational> weights) {
        Allocation<String> split = Allocation.of(whole.amount(), weights, whole.policy());
        assertThat(sum(split)).isEqualTo(whole.amount()).isEqualTo(split.total());
        assertThat(split.shares().keySet()).containsExactlyElementsOf(new TreeMap<>(weights).keySet());
    }

    @Property
    void eachShareIsTheFloorOrTheCeilingOfItsExactValue(
            @ForAll("wholes") Whole whole, @ForAll("weights") Map<String, Rational> weights) {
        Allocation<String> split = Allocation.of(whole.amount(), weights, whole.policy());
        exactShares(whole, weights)
                .forEach((key, exact) -> assertThat(minor(split, key, whole))
                        .isBetween(
                                exact.round(0, RoundingMode.FLOOR).toBigIntegerExact(),
                                exact.round(0, RoundingMode.CEILING).toBigIntegerExact()));
    }

    @Property
    void residuesAreWhatRoundingTookAndSumToNothing(
            @ForAll("wholes") Whole whole, @ForAll("weights") Map<String, Rational> weights) {
        Allocation<String> split = Allocation.of(whole.amount(), weights, whole.policy());
        Rational unit = Rational.of(BigDecimal.ONE.movePointLeft(whole.scale()));
        Rational sum = Rational.ZERO;
        for (Map.Entry<String, Rational> exact : exactShares(whole, weights).entrySet()) {
            Rational residue = split.residue(exact.getKey());
            assertThat(Amounts.exact(split.share(exact.getKey())).plus(residue))
                    .isEqualTo(exact.getValue().times(unit));
            sum = sum.plus(residue);
        }
        assertThat(sum).isEqualTo(Rational.ZERO);
    }

    @Property
    void aNegativeWholeIsTheMirrorImageWhoeverOwnsTheResidue(
            @ForAll("wholes") Whole whole,
            @ForAll("weights") Map<String, Rational> weights,
            @ForAll ResidueOwner owner) {
        RoundingPolicy policy = owner(whole.policy(), owner, weights);
        Allocation<String> split = Allocation.of(whole.amount(), weights, policy);
        Allocation<String> mirrored = Allocation.of(whole.amount().negate(), weights, policy);
        split.shares().forEach((key, share) -> {
            assertThat(mirrored.share(key)).isEqualTo(share.amount().negate());
            assertThat(mirrored.residue(key)).isEqualTo(share.residue().negated());
        });
    }

    @Property
    void theOrderOfKeysInTheMapMeansNothing(
            @ForAll("wholes") Whole whole, @ForAll("weights") Map<String, Rational> weights, @ForAll long seed) {
        List<String> keys = new ArrayList<>(weights.keySet());
        Collections.shuffle(keys, new Random(seed));
        Map<String, Rational> shuffled = new LinkedHashMap<>();
        keys.forEach(key -> shuffled.put(key, weights.get(key)));
        assertThat(Allocation.of(whole.amount(), shuffled, whole.policy()))
                .isEqualTo(Allocation.of(whole.amount(), weights, whole.policy()));
    }

    @Property
    void onlyTheProportionOfWeightsCounts(
            @ForAll("wholes") Whole whole,
            @ForAll("weights") Map<String, Rational> weights,
            @ForAll @LongRange(min = 1) long above,
            @ForAll @LongRange(min = 1) long below) {
        Map<String, Rational> scaled = new TreeMap<>(weights);
        scaled.replaceAll((key, weight) -> weight.times(Rational.of(above, below)));
        assertThat(Allocation.of(whole.amount(), scaled, whole.policy()))
                .isEqualTo(Allocation.of(whole.amount(), weights, whole.policy()));
    }

    @Property
    void equalsTheRuleWordByWord(@ForAll("wholes") Whole whole, @ForAll("weights") Map<String, Rational> weights) {
        Allocation<String> split = Allocation.of(whole.amount(), weights, whole.policy());
        byTheRule(whole, weights)
                .forEach((key, minor) -> assertThat(minor(split, key, whole)).isEqualTo(minor));
    }

    /** Of all ways to round up or down so that the sum is right, none is nearer to the exact shares. */
    @Property(tries = 300)
    void noOtherRoundingIsNearer(@ForAll("wholes") Whole whole, @ForAll("weights") Map<String, Rational> weights) {
        Map<String, Rational> few =
                weights.entrySet().stream().limit(8).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (few.values().stream().allMatch(weight -> weight.signum() == 0)) {
            return;
        }
        Allocation<String> split = Allocation.of(whole.amount(), few, whole.policy());
        Map<String, Rational> exact = exactShares(whole, few);
        Rational distance = Rational.ZERO;
        for (String key : exact.keySet()) {
            distance = distance.plus(new Rational(minor(split, key, whole), BigInteger.ONE)
                    .minus(exact.get(key))
                    .abs());
        }
        assertThat(distance).isEqualTo(leastDistance(whole.minor(), List.copyOf(exact.values())));
    }

    private static Rational leastDistance(BigInteger total, List<Rational> exact) {
        Rational least = null;
        for (int up = 0; up < 1 << exact.size(); up++) {
            BigInteger sum = BigInteger.ZERO;
            Rational distance = Rational.ZERO;
            for (int i = 0; i < exact.size(); i++) {
                RoundingMode mode = (up >> i & 1) == 1 ? RoundingMode.CEILING : RoundingMode.FLOOR;
                BigInteger share = exact.get(i).round(0, mode).toBigIntegerExact();
                sum = sum.add(share);
                distance = distance.plus(
                        new Rational(share, BigInteger.ONE).minus(exact.get(i)).abs());
            }
            if (sum.equals(total) && (least == null || distance.compareTo(least) < 0)) {
                least = distance;
            }
        }
        return Objects.requireNonNull(least);
    }

    @Property
    void oneOwnerTakesWhatTheOthersLeave(
            @ForAll("wholes") Whole whole, @ForAll("weights") Map<String, Rational> weights, @ForAll boolean last) {
        RoundingPolicy policy = owner(whole.policy(), last ? ResidueOwner.LAST_KEY : ResidueOwner.NAMED_KEY, weights);
        Allocation<String> split = Allocation.of(whole.amount(), weights, policy);
        String owner = policy.residueKey().orElse(new TreeMap<>(weights).lastKey());
        assertThat(sum(split)).isEqualTo(whole.amount());
        boolean negative = whole.minor().signum() < 0;
        exactShares(whole, weights).forEach((key, exact) -> {
            if (!key.equals(owner)) {
                BigInteger magnitude = exact.abs().round(0, policy.mode()).toBigIntegerExact();
                assertThat(minor(split, key, whole)).isEqualTo(negative ? magnitude.negate() : magnitude);
            }
        });
    }

    @Property
    void aListIsKeyedByItsIndex(@ForAll("wholes") Whole whole, @ForAll("weights") Map<String, Rational> weights) {
        List<Rational> listed = List.copyOf(weights.values());
        Map<Integer, Rational> keyed = new TreeMap<>();
        for (int i = 0; i < listed.size(); i++) {
            keyed.put(i, listed.get(i));
        }
        assertThat(Allocation.inOrder(whole.amount(), listed, whole.policy()))
                .isEqualTo(Allocation.of(whole.amount(), keyed, whole.policy()));
    }

    private static RoundingPolicy owner(RoundingPolicy policy, ResidueOwner owner, Map<String, Rational> weights) {
        RoundingPolicy owned = policy.withResidue(ResidueOwner.LARGEST_REMAINDER);
        return switch (owner) {
            case LARGEST_REMAINDER -> owned;
            case LAST_KEY -> owned.withResidue(owner);
            case NAMED_KEY ->
                RoundingPolicy.builder()
                        .mode(policy.mode())
                        .scale(policy.scale())
                        .residue(owner)
                        .residueKey(weights.keySet().iterator().next())
                        .build();
        };
    }

    private static MonetaryAmount sum(Allocation<String> split) {
        return Amounts.sum(
                split.shares().values().stream().map(Allocation.Share::amount).toList(),
                split.total().getCurrency());
    }

    private static BigInteger minor(Allocation<String> split, String key, Whole whole) {
        return Amounts.number(split.share(key)).setScale(whole.scale()).unscaledValue();
    }

    /** The exact shares in minor units, by key. */
    private static Map<String, Rational> exactShares(Whole whole, Map<String, Rational> weights) {
        Rational sum = weights.values().stream().reduce(Rational.ZERO, Rational::plus);
        Map<String, Rational> exact = new TreeMap<>(weights);
        exact.replaceAll((key, weight) ->
                new Rational(whole.minor(), BigInteger.ONE).times(weight).dividedBy(sum));
        return exact;
    }

    /** Cut off toward zero, then one unit each by remainder, weight and key; written without regard to cost. */
    private static Map<String, BigInteger> byTheRule(Whole whole, Map<String, Rational> weights) {
        BigInteger unit = BigInteger.valueOf(whole.minor().signum());
        Map<String, BigInteger> shares = new TreeMap<>();
        Map<String, Rational> remainders = new TreeMap<>();
        exactShares(whole, weights).forEach((key, exact) -> {
            BigInteger cut = exact.round(0, RoundingMode.DOWN).toBigIntegerExact();
            shares.put(key, cut);
            remainders.put(key, exact.minus(new Rational(cut, BigInteger.ONE)).abs());
        });
        List<String> served = new ArrayList<>(shares.keySet());
        served.sort(Comparator.comparing((String key) -> remainders.get(key), Comparator.reverseOrder())
                .thenComparing(weights::get, Comparator.reverseOrder())
                .thenComparing(Comparator.naturalOrder()));
        BigInteger left = whole.minor();
        for (BigInteger share : shares.values()) {
            left = left.subtract(share);
        }
        for (String key : served.subList(0, left.abs().intValueExact())) {
            shares.merge(key, unit, BigInteger::add);
        }
        return shares;
    }
}
