package io.salesops.core.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.util.Optional;
import org.immutables.value.Value;

/** Which days, which part of the pipeline, and what deals are worth in a waterfall. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = WaterfallQuery.Builder.class)
public interface WaterfallQuery extends WithWaterfallQuery {

    /** The days: from the evening before the first to the evening of the last; both ends are needed. */
    DateRange days();

    /** Only deals whose close date lies in these days are in the pipeline; all open deals unless stated. */
    Optional<DateRange> window();

    /** Only deals that meet this are in the pipeline, each by what it is on the day. */
    Optional<Criteria<Opportunity>> where();

    /** What a deal is worth; its amount unless stated. */
    @Value.Default
    default Worth worth() {
        return Worth.AMOUNT;
    }

    /** What a deal is worth. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Worth {
        /** Its amount; a won deal what it brought, a lost one what it was worth when it was last open. */
        AMOUNT,
        /** What its lines cost at list price, as they stand today: lines have no history. */
        LIST
    }

    /** Obtains the question for days. */
    static WaterfallQuery of(DateRange days) {
        return builder().days(days).build();
    }

    /** Starts a question. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that the days have both ends. */
    @Value.Check
    default void check() {
        checkArgument(
                days().from().isPresent() && days().before().isPresent(),
                "days of a waterfall must have a first and a last one: %s",
                days());
    }

    /** Builds questions. */
    final class Builder extends ImmutableWaterfallQuery.Builder {
        Builder() {}
    }
}
