package io.salesops.core.process;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a forecast counts the deals of a stage. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum ForecastCategory {
    /** Open, and far from sure. */
    PIPELINE,
    /** Open, and likely if all goes well. */
    BEST_CASE,
    /** Open, and promised. */
    COMMIT,
    /** Won. */
    CLOSED,
    /** Left out: lost, or open and not counted. */
    OMITTED
}
