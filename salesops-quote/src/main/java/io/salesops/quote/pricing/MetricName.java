package io.salesops.quote.pricing;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/**
 * The measures of a quote's worth, each with its definition.
 *
 * <p>Recurring means lines whose offering is charged {@code recurring}; usage and one-time lines count in TCV, one-time
 * share, margin and discount only. The contract runs from the first day of the earliest recurring line to the end of the
 * latest; months are whole months from the first day of a line, and days over the length of the started one.
 */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum MetricName {
    /** Total contract value. */
    TCV("total contract value: the net price of all lines"),
    /** Annual contract value of the first year. */
    FIRST_YEAR_ACV("the recurring net price that falls into the first twelve months of the contract, each line's price"
            + " being spread evenly over the months of its term"),
    /** Annual contract value on average. */
    AVERAGE_ACV("the recurring net price, times 12, by the months of the contract"),
    /** Annual contract value of the last year. */
    EXIT_ACV("the recurring net price that falls into the last twelve months of the contract, each line's price being"
            + " spread evenly over the months of its term"),
    /** Annual recurring revenue at the start. */
    ARR("the monthly net price, times 12, of the recurring lines that run on the first day of the contract"),
    /** Annual recurring revenue at the end. */
    EXIT_ARR("the monthly net price, times 12, of the recurring lines that run on the last day of the contract"),
    /** Monthly recurring revenue at the start. */
    MRR("the monthly net price of the recurring lines that run on the first day of the contract"),
    /** The share of one-time lines. */
    ONE_TIME_SHARE("the net price of one-time lines by the net price of all lines"),
    /** The margin. */
    MARGIN("net price less cost, by net price, of the lines whose cost is known"),
    /** The discount over all lines. */
    BLENDED_DISCOUNT("list price less net price, by list price, of all lines");

    private final String definition;

    MetricName(String definition) {
        this.definition = definition;
    }

    /** What it measures, in English. */
    public String definition() {
        return definition;
    }
}
