package io.salesops.quote.pricing;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Ratio;
import io.salesops.core.money.Rate;
import java.util.Arrays;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * What a quote is worth, by {@linkplain MetricName exact definition}. Immutable and thread-safe.
 *
 * @param all every measure, in the order of the names
 */
public record ValueMetrics(@JsonValue ImmutableList<ValueMetric> all) {

    /** Checks that each measure is there once, in order. */
    public ValueMetrics {
        ImmutableList<MetricName> names = all.stream().map(ValueMetric::name).collect(ImmutableList.toImmutableList());
        checkArgument(
                names.equals(ImmutableList.copyOf(Arrays.asList(MetricName.values()))),
                "metrics must be %s: %s",
                Arrays.asList(MetricName.values()),
                names);
    }

    /** Obtains metrics. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ValueMetrics of(ImmutableList<ValueMetric> all) {
        return new ValueMetrics(all);
    }

    /** Returns a measure. */
    public ValueMetric metric(MetricName name) {
        return all.stream().filter(metric -> metric.name() == name).findFirst().orElseThrow();
    }

    /** Total contract value. */
    public MonetaryAmount tcv() {
        return amount(MetricName.TCV);
    }

    /** Annual contract value of the first year. */
    public MonetaryAmount firstYearAcv() {
        return amount(MetricName.FIRST_YEAR_ACV);
    }

    /** Annual contract value on average. */
    public MonetaryAmount averageAcv() {
        return amount(MetricName.AVERAGE_ACV);
    }

    /** Annual contract value of the last year. */
    public MonetaryAmount exitAcv() {
        return amount(MetricName.EXIT_ACV);
    }

    /** Annual recurring revenue at the start. */
    public MonetaryAmount arr() {
        return amount(MetricName.ARR);
    }

    /** Annual recurring revenue at the end. */
    public MonetaryAmount exitArr() {
        return amount(MetricName.EXIT_ARR);
    }

    /** Monthly recurring revenue at the start. */
    public MonetaryAmount mrr() {
        return amount(MetricName.MRR);
    }

    /** The share of one-time lines; absent where nothing is paid. */
    public Optional<Rate> oneTimeShare() {
        return ratio(MetricName.ONE_TIME_SHARE).rate();
    }

    /** The margin of the lines whose cost is known; absent where nothing is paid for them. */
    public Optional<Rate> margin() {
        return ratio(MetricName.MARGIN).rate();
    }

    /** The discount over all lines; absent where the list price is zero. */
    public Optional<Rate> blendedDiscount() {
        return ratio(MetricName.BLENDED_DISCOUNT).rate();
    }

    private MonetaryAmount amount(MetricName name) {
        return metric(name).amount().orElseThrow();
    }

    private Ratio ratio(MetricName name) {
        return metric(name).ratio().orElseThrow();
    }
}
