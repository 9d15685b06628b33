package io.salesops.core.pipeline;

import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.money.Monetary;
import javax.money.MonetaryAmount;

/** Amounts by currency; currencies are never added to each other. Keeps each amount only where that is asked for. */
final class AmountTally {

    /** The amounts of one currency. */
    private static final class OneCurrency {
        private final List<BigDecimal> values = new ArrayList<>();
        private BigDecimal sum = BigDecimal.ZERO;
        private long size;
    }

    private final Map<String, OneCurrency> currencies = new TreeMap<>();
    private final boolean keeping;

    AmountTally(boolean keeping) {
        this.keeping = keeping;
    }

    void add(String currency, BigDecimal number) {
        OneCurrency one = currencies.computeIfAbsent(currency, code -> new OneCurrency());
        one.sum = one.sum.add(number);
        one.size++;
        if (keeping) {
            one.values.add(number);
        }
    }

    void merge(AmountTally other) {
        other.currencies.forEach((currency, one) -> {
            OneCurrency mine = currencies.computeIfAbsent(currency, code -> new OneCurrency());
            mine.sum = mine.sum.add(one.sum);
            mine.size += one.size;
            mine.values.addAll(one.values);
        });
    }

    List<String> currencies() {
        return List.copyOf(currencies.keySet());
    }

    long size() {
        return currencies.values().stream().mapToLong(one -> one.size).sum();
    }

    /** The sum in a currency; nothing where there is none. */
    BigDecimal sum(String currency) {
        OneCurrency one = currencies.get(currency);
        return one == null ? BigDecimal.ZERO : one.sum;
    }

    ImmutableSortedMap<String, MonetaryAmount> sums() {
        return amounts(one -> one.sum);
    }

    ImmutableSortedMap<String, MonetaryAmount> least() {
        return amounts(one -> sorted(one).get(0));
    }

    ImmutableSortedMap<String, MonetaryAmount> most() {
        return amounts(one -> sorted(one).get(one.values.size() - 1));
    }

    private ImmutableSortedMap<String, MonetaryAmount> amounts(Function<OneCurrency, BigDecimal> figure) {
        ImmutableSortedMap.Builder<String, MonetaryAmount> amounts = ImmutableSortedMap.naturalOrder();
        currencies.forEach((currency, one) ->
                amounts.put(currency, Amounts.of(figure.apply(one), Monetary.getCurrency(currency))));
        return amounts.build();
    }

    ImmutableSortedMap<String, Rational> means() {
        return exact(one -> Rational.of(one.sum).dividedBy(Rational.of(one.size)));
    }

    /** The middle amount, or the mean of the two in the middle. */
    ImmutableSortedMap<String, Rational> medians() {
        return exact(one -> {
            List<BigDecimal> sorted = sorted(one);
            int size = sorted.size();
            return Rational.of(sorted.get((size - 1) / 2).add(sorted.get(size / 2)))
                    .dividedBy(Rational.of(2));
        });
    }

    private ImmutableSortedMap<String, Rational> exact(Function<OneCurrency, Rational> figure) {
        ImmutableSortedMap.Builder<String, Rational> figures = ImmutableSortedMap.naturalOrder();
        currencies.forEach((currency, one) -> figures.put(currency, figure.apply(one)));
        return figures.build();
    }

    private static List<BigDecimal> sorted(OneCurrency one) {
        return one.values.stream().sorted().toList();
    }
}
