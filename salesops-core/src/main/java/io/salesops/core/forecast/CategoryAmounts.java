package io.salesops.core.forecast;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import io.salesops.core.money.Amounts;
import io.salesops.core.process.ForecastCategory;
import java.util.EnumMap;
import java.util.Map;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * An amount for each forecast category, each deal in one category only (single-category roll-up). Immutable and thread-safe.
 *
 * @param amounts by category, in one currency; a category that is not there is nothing
 */
public record CategoryAmounts(@JsonValue ImmutableSortedMap<ForecastCategory, MonetaryAmount> amounts) {

    /** Checks that there is one currency. */
    public CategoryAmounts {
        amounts.values()
                .forEach(amount ->
                        Amounts.sameCurrency(amounts.values().iterator().next(), amount));
    }

    /** Obtains amounts by category. */
    @JsonCreator
    public static CategoryAmounts of(Map<ForecastCategory, MonetaryAmount> amounts) {
        return new CategoryAmounts(ImmutableSortedMap.copyOf(amounts));
    }

    /** Nothing in any category. */
    public static CategoryAmounts none() {
        return of(Map.of());
    }

    /** The amount of a category alone. */
    public MonetaryAmount of(ForecastCategory category, CurrencyUnit currency) {
        return amounts.getOrDefault(category, Amounts.zero(currency));
    }

    /** Returns the sums by category. */
    public CategoryAmounts plus(CategoryAmounts other) {
        Map<ForecastCategory, MonetaryAmount> sums = new EnumMap<>(ForecastCategory.class);
        sums.putAll(amounts);
        other.amounts.forEach((category, amount) -> sums.merge(category, amount, MonetaryAmount::add));
        return of(sums);
    }

    /** Returns the amounts with one added to a category. */
    public CategoryAmounts plus(ForecastCategory category, MonetaryAmount amount) {
        return plus(of(Map.of(category, amount)));
    }

    /**
     * Returns the cumulative roll-up: closed; commit forecast (closed and commit); best-case forecast (with best case); open
     * pipeline (commit, best case and pipeline, open deals only).
     */
    @JsonIgnore
    public Cumulative cumulative(CurrencyUnit currency) {
        MonetaryAmount closed = of(ForecastCategory.CLOSED, currency);
        MonetaryAmount commit = of(ForecastCategory.COMMIT, currency);
        MonetaryAmount best = of(ForecastCategory.BEST_CASE, currency);
        MonetaryAmount pipeline = of(ForecastCategory.PIPELINE, currency);
        return new Cumulative(
                closed,
                closed.add(commit),
                closed.add(commit).add(best),
                commit.add(best).add(pipeline));
    }

    /** Whether no category has an amount other than zero. */
    @JsonIgnore
    public boolean isNothing() {
        return Maps.filterValues(amounts, amount -> !amount.isZero()).isEmpty();
    }

    /**
     * The cumulative roll-up.
     *
     * @param closed won deals only
     * @param commitForecast closed and commit
     * @param bestCaseForecast closed, commit and best case
     * @param openPipeline commit, best case and pipeline; no won deals
     */
    public record Cumulative(
            MonetaryAmount closed,
            MonetaryAmount commitForecast,
            MonetaryAmount bestCaseForecast,
            MonetaryAmount openPipeline) {}
}
