package io.salesops.core.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Field;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.util.Optional;
import org.immutables.value.Value;

/** Which metrics, over which deals, for which groups and which days. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = MetricQuery.Builder.class)
public interface MetricQuery extends WithMetricQuery {

    /** The group by the period in which a deal closes. */
    String CLOSE_PERIOD = "closePeriod";

    /** The group by the product of a deal's lines. */
    String PRODUCT = "product";

    /** The metrics, one column each. */
    ImmutableList<Metric> metrics();

    /**
     * The names of the fields whose values make the groups, custom ones and look-ups of the meter too; {@code product} for the
     * product of a deal's lines, {@code closePeriod} for the one of {@link #periods()} in which it closes. None for one group
     * of all deals.
     */
    ImmutableList<String> by();

    /** The days on which a deal has to be closed to count as closed; all days unless stated. */
    @Value.Default
    default DateRange period() {
        return DateRange.always();
    }

    /** The periods of {@code closePeriod}; a deal that closes in none of them is in the group {@code (none)}. */
    ImmutableList<FiscalPeriod> periods();

    /** Only deals that meet this. */
    Optional<Criteria<Opportunity>> where();

    /** Starts a query. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that something is asked. */
    @Value.Check
    default void check() {
        checkArgument(!metrics().isEmpty(), "query must ask for at least one metric: %s", metrics());
        checkArgument(
                periods().isEmpty() || by().contains(CLOSE_PERIOD),
                "query has periods, but no group by '%s': %s. Maybe a period was meant.",
                CLOSE_PERIOD,
                periods());
    }

    /** Builds queries. */
    final class Builder extends ImmutableMetricQuery.Builder {
        Builder() {}

        /** Adds a field whose values make the groups. */
        public Builder addBy(Field<Opportunity, ?> field) {
            return addBy(field.name());
        }
    }
}
