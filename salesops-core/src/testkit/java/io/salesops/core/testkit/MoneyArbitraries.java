package io.salesops.core.testkit;

import io.salesops.core.money.Allocation;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Conversion;
import io.salesops.core.money.DatedRate;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RateTable;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of money: currencies with zero, two and three decimals, exact amounts, rates, policies, weights. */
public final class MoneyArbitraries {
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 1_000;

    private MoneyArbitraries() {}

    /** Generates currencies without, with two and with three decimals: JPY, EUR and USD, KWD. */
    public static Arbitrary<CurrencyUnit> currencies() {
        return Arbitraries.of("JPY", "EUR", "USD", "KWD").map(Monetary::getCurrency);
    }

    /** Generates minor units of every size, the ends of long among them. */
    public static Arbitrary<Long> minorUnits() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.longs().between(-10_000_000L, 10_000_000L)),
                Tuple.of(3, Arbitraries.longs()),
                Tuple.of(1, Arbitraries.of(0L, 1L, -1L, Long.MAX_VALUE, -Long.MAX_VALUE, Long.MIN_VALUE)));
    }

    /** Generates amounts in any currency, exact at its own decimals. */
    public static Arbitrary<MonetaryAmount> amounts() {
        return currencies().flatMap(currency -> amounts(currency, currency.getDefaultFractionDigits()));
    }

    /** Generates amounts that are exact at a scale: 6 gives unit prices far below a cent. */
    public static Arbitrary<MonetaryAmount> amounts(CurrencyUnit currency, int scale) {
        return minorUnits().map(minor -> Amounts.of(BigDecimal.valueOf(minor, scale), currency));
    }

    /** Generates exact numbers, whole ones and ones beyond 63 bits among them. */
    public static Arbitrary<Rational> rationals() {
        Arbitrary<BigInteger> small =
                Arbitraries.bigIntegers().between(BigInteger.valueOf(-1_000), BigInteger.valueOf(1_000));
        Arbitrary<BigInteger> large =
                Arbitraries.bigIntegers().between(BigInteger.TWO.pow(100).negate(), BigInteger.TWO.pow(100));
        Arbitrary<BigInteger> any = Arbitraries.frequencyOf(Tuple.of(3, small), net.jqwik.api.Tuple.of(1, large));
        Arbitrary<BigInteger> below = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(BigInteger.ONE)), Tuple.of(4, any.filter(value -> value.signum() != 0)));
        return Combinators.combine(any, below).as(Rational::new);
    }

    /** Generates exact numbers above zero. */
    public static Arbitrary<Rational> positiveRationals() {
        return rationals().filter(value -> value.signum() != 0).map(Rational::abs);
    }

    /** Generates rates, negative ones and ones above 100% among them. */
    public static Arbitrary<Rate> rates() {
        return rationals().map(Rate::new);
    }

    /** Generates modes that always have an answer: all but UNNECESSARY. */
    public static Arbitrary<RoundingMode> roundingModes() {
        return Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY);
    }

    /** Generates policies that split by largest remainder, half of them at a stated scale of 0 to 8. */
    public static Arbitrary<RoundingPolicy> roundingPolicies() {
        return Combinators.combine(
                        roundingModes(), Arbitraries.integers().between(0, 8).injectNull(0.5))
                .as((mode, scale) -> {
                    RoundingPolicy.Builder policy = RoundingPolicy.builder();
                    policy.mode(mode);
                    if (scale != null) {
                        policy.scale(scale);
                    }
                    return policy.build();
                });
    }

    /** Generates weights of a few keys, equal and zero ones among them, at least one of them above zero. */
    public static Arbitrary<Map<String, Rational>> weights() {
        Arbitrary<Rational> weight = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.longs().between(0, 10).map(Rational::of)),
                Tuple.of(4, Arbitraries.longs().between(0, 10_000_000).map(Rational::of)),
                Tuple.of(1, positiveRationals()));
        Arbitrary<List<String>> keys = Arbitraries.strings()
                .alpha()
                .ofLength(3)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(12);
        return keys.flatMap(names -> weight.list()
                        .ofSize(names.size())
                        .filter(values -> values.stream().anyMatch(value -> value.signum() > 0))
                        .map(values -> join(names, values)))
                // Every combination of the edges of keys and weights would cost more than the tries.
                .withoutEdgeCases();
    }

    private static Map<String, Rational> join(List<String> keys, List<Rational> weights) {
        Map<String, Rational> joined = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            joined.put(keys.get(i), weights.get(i));
        }
        return joined;
    }

    /** Generates exchange rates between the currencies of {@link #currencies()} on {@link #days()}. */
    public static Arbitrary<DatedRate> datedRates() {
        return Combinators.combine(
                        currencies(), currencies(), days(), positiveRationals(), Arbitraries.of("ECB", "plan"))
                .filter((from, to, day, rate, source) -> !from.equals(to))
                .as(DatedRate::new);
    }

    /** Generates days within three years. */
    public static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, DAYS - 1).map(FIRST_DAY::plusDays);
    }

    /** Generates tables without contradictions, the empty one among them. */
    public static Arbitrary<RateTable> rateTables() {
        return datedRates()
                .list()
                .ofMaxSize(20)
                .map(rates -> table(rates.stream()
                        .collect(Collectors.toMap(
                                rate -> List.of(rate.from(), rate.to(), rate.date()),
                                rate -> rate,
                                (first, second) -> first,
                                LinkedHashMap::new))
                        .values()));
    }

    private static RateTable table(Collection<DatedRate> rates) {
        return RateTable.builder().id("generated").addAllRates(rates).build();
    }

    /** Generates amounts split over a few keys. */
    public static Arbitrary<Allocation<String>> allocations() {
        return Combinators.combine(amounts(), weights(), Arbitraries.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN))
                .as((total, weights, mode) -> Allocation.of(
                        total, weights, RoundingPolicy.builder().mode(mode).build()));
    }

    /** Generates shares of {@link #allocations()}. */
    public static Arbitrary<Allocation.Share> shares() {
        return Members.of(allocations().map(allocation -> allocation.shares().values()));
    }

    /** Generates amounts converted by a rate of the day, and amounts that needed none. */
    public static Arbitrary<Conversion> conversions() {
        Arbitrary<BigDecimal> numbers =
                Arbitraries.longs().between(-10_000_000, 10_000_000).map(minor -> BigDecimal.valueOf(minor, 2));
        return Combinators.combine(numbers, datedRates(), Arbitraries.of(true, true, false), roundingPolicies())
                .as((number, rate, foreign, rounding) -> table(List.of(rate))
                        .convert(
                                Amounts.of(number, foreign ? rate.from() : rate.to()), rate.to(), rate.date(), rounding)
                        .orThrow());
    }
}
