package io.salesops.core.pipeline;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;

/**
 * What exactly a metric is, readable by people and programs.
 *
 * @param id the id of the metric
 * @param formula in words
 * @param unit of the value
 * @param grain what one value is of
 * @param nulls what happens where a deal lacks what is counted, or there is nothing to divide by
 */
@Value.Builder
@JsonDeserialize(builder = MetricDefinitionBuilder.class)
public record MetricDefinition(String id, String formula, Unit unit, String grain, String nulls) {

    /** What a value counts. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Unit {
        /** Deals. */
        DEALS,
        /** A part of a whole, without unit. */
        RATIO,
        /** An amount for each currency. */
        MONEY,
        /** An amount a day for each currency. */
        MONEY_PER_DAY,
        /** Days. */
        DAYS
    }
}
