package io.salesops.commission.quota;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.Conventions.Days;
import io.salesops.core.crm.RampSchedule;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DayCount;
import java.util.Optional;
import org.immutables.value.Value;

/** How quotas are measured over time: a versioned document. Every choice on which sources differ is here. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = QuotaPolicy.Builder.class)
@Document(kind = "quota-policy", version = 1)
public interface QuotaPolicy extends WithQuotaPolicy {

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(QuotaPolicy.class);
    }

    /** What results call this policy. */
    String id();

    /** Which version of the policy this is. */
    String version();

    /** The periods over which attainment is measured: months, quarters, years. */
    MeasurePeriods periods();

    /** Whether attainment starts anew in each period, or runs from the first day of the quota; anew unless stated. */
    @Value.Default
    default Span span() {
        return Span.PERIOD;
    }

    /** How a quota of several periods divides over them; equally unless stated. */
    @Value.Default
    default Spread spread() {
        return Spread.EQUAL;
    }

    /** The weights of the periods of a quota, in order; exactly where the spread is by season. */
    ImmutableList<Rate> season();

    /** Whether the day of hire counts; it does unless stated. */
    @Value.Default
    default Days days() {
        return Days.INCLUSIVE;
    }

    /** How days become a share of a period; days over the days of the period unless stated. */
    @Value.Default
    default DayCount dayCount() {
        return DayCount.ACT_ACT_ICMA;
    }

    /** Whether days of leave lower the quota; they do unless stated. */
    @Value.Default
    default Leave leave() {
        return Leave.REDUCES;
    }

    /** The shares of the quota that new hires carry; all of it where there are none. */
    Optional<RampSchedule> ramp();

    /** How a quota is rounded, once; half up to the currency's decimals unless stated. */
    @Value.Default
    default RoundingPolicy rounding() {
        return RoundingPolicy.halfUp();
    }

    /** Since when attainment counts. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Span {
        /** Since the first day of the period. */
        PERIOD,
        /** Since the first day of the quota, up to the end of the period: year to date. */
        CUMULATIVE
    }

    /** How a quota divides over periods. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Spread {
        /** Each period gets the same. */
        EQUAL,
        /** Each period gets its share of the days. */
        BY_DAYS,
        /** Each period gets its weight of the season. */
        SEASON
    }

    /** What leave does to the quota. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Leave {
        /** Days of leave carry no quota. */
        REDUCES,
        /** Days of leave count like others. */
        COUNTS
    }

    /** Starts a policy. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds policies. */
    final class Builder extends ImmutableQuotaPolicy.Builder {
        Builder() {}
    }
}
