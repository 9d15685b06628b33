package io.salesops.core.time;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What becomes of the day of the month when months are added to an anchor. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum MonthEnd {
    /** The anchor's own day, or the last day of a month that is too short for it: 30 April, 30 May. */
    KEEP_DAY,
    /** As before, but an anchor on the last day of its month stays on last days: 30 April, 31 May. */
    LAST_DAY
}
