package io.salesops.core.forecast;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How the bookings that are still to come are estimated. Whatever is booked by the day of the forecast is added to each. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum ForecastMethod {
    /**
     * The value of each open deal times the probability of its stage, as the sales process states it. Knows neither when a
     * deal will close nor deals that do not exist yet; here to be compared with.
     */
    WEIGHTED_STAGE,
    /**
     * The value of each open deal times the share of closed deals that were won after they had been in its stage. As blind
     * as {@link #WEIGHTED_STAGE} to the day of closing and to new deals; here to be compared with.
     */
    STAGE_CONVERSION,
    /** What was won a day over the last 91 days, for each day that is left. */
    RUN_RATE,
    /**
     * The chance of each open deal to be won within the period, by stage and time in stage, and what deals that do not exist
     * yet will bring. See {@link Forecaster} for how.
     */
    HAZARD,
    /**
     * Between {@link #HAZARD} and {@link #RUN_RATE}, two views that err for different reasons: the share of each is the one that
     * would have served up to four earlier periods best, drawn to one half.
     */
    COMBINED
}
