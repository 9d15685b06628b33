package io.salesops.core.pipeline;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.Ratio;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;

/** The value of a metric, with what was left out of it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(MetricValue.Count.class),
    @JsonSubTypes.Type(MetricValue.Share.class),
    @JsonSubTypes.Type(MetricValue.Money.class),
    @JsonSubTypes.Type(MetricValue.ExactMoney.class),
    @JsonSubTypes.Type(MetricValue.Days.class)
})
public sealed interface MetricValue {

    /** What does not count, and why. */
    ImmutableList<Omission> excluded();

    /** The value as tables show it: shares with six decimals, days with two, HALF_UP; "-" where there is none. */
    String text();

    /** A number of deals. */
    @JsonTypeName("count")
    record Count(long deals, ImmutableList<Omission> excluded) implements MetricValue {
        @Override
        public String text() {
            return Long.toString(deals);
        }
    }

    /** A part of a whole. */
    @JsonTypeName("ratio")
    record Share(Ratio ratio) implements MetricValue {
        @Override
        public ImmutableList<Omission> excluded() {
            return ratio.excluded();
        }

        @Override
        public String text() {
            return ratio.rate()
                    .map(rate -> rate.value().round(6, RoundingMode.HALF_UP).toPlainString())
                    .orElse("-");
        }
    }

    /** An amount for each currency, by code; currencies are never added to each other. */
    @JsonTypeName("money")
    record Money(ImmutableSortedMap<String, MonetaryAmount> perCurrency, ImmutableList<Omission> excluded)
            implements MetricValue {
        @Override
        public String text() {
            return perCurrency.isEmpty()
                    ? "-"
                    : perCurrency.values().stream().map(Money::grouped).collect(Collectors.joining(" + "));
        }

        private static String grouped(MonetaryAmount amount) {
            String currency = amount.getCurrency().getCurrencyCode();
            int decimals = Math.max(0, amount.getCurrency().getDefaultFractionDigits());
            return currency + " "
                    + Quantity.of(Amounts.number(amount), currency).grouped(decimals);
        }
    }

    /**
     * An exact figure in units of each currency, by code, such as a mean, a weighted sum or an amount a day.
     *
     * @param perCurrency the figures; a currency that has none is not there
     * @param deals how many deals it is over
     * @param excluded what does not count, and why
     */
    @JsonTypeName("exactMoney")
    record ExactMoney(ImmutableSortedMap<String, Rational> perCurrency, long deals, ImmutableList<Omission> excluded)
            implements MetricValue {
        @Override
        public String text() {
            return perCurrency.isEmpty()
                    ? "-"
                    : perCurrency.entrySet().stream()
                            .map(one -> one.getKey() + " "
                                    + Quantity.of(one.getValue().round(2, RoundingMode.HALF_UP), one.getKey())
                                            .grouped(2))
                            .collect(Collectors.joining(" + "));
        }
    }

    /** A number of days over so many deals; absent where there is none. */
    @JsonTypeName("days")
    record Days(Optional<Rational> days, long deals, ImmutableList<Omission> excluded) implements MetricValue {
        @Override
        public String text() {
            return days.map(value -> value.round(2, RoundingMode.HALF_UP).toPlainString())
                    .orElse("-");
        }
    }
}
