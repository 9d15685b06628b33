package io.salesops.quote.pricing;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.explain.Ratio;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * One measure of a quote's worth: an amount, or a ratio with both its parts and what belongs to neither.
 *
 * @param name what is measured
 * @param definition how
 * @param amount the amount, calculated exactly from net prices and rounded once
 * @param ratio the ratio, exact, its parts in the currency's units
 */
@Value.Builder
@JsonDeserialize(builder = ValueMetricBuilder.class)
public record ValueMetric(MetricName name, String definition, Optional<MonetaryAmount> amount, Optional<Ratio> ratio) {

    /** Checks that there is one of both. */
    public ValueMetric {
        checkArgument(
                amount.isPresent() != ratio.isPresent(),
                "metric %s is an amount or a ratio: %s, %s",
                name,
                amount,
                ratio);
    }

    static ValueMetric of(MetricName name, MonetaryAmount amount) {
        return new ValueMetric(name, name.definition(), Optional.of(amount), Optional.empty());
    }

    static ValueMetric of(MetricName name, Ratio ratio) {
        return new ValueMetric(name, name.definition(), Optional.empty(), Optional.of(ratio));
    }

    /** Starts a measure. */
    public static ValueMetricBuilder builder() {
        return new ValueMetricBuilder();
    }
}
