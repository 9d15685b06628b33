package io.salesops.core.process;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a stage says about its deals: still open, won or lost. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum StageOutcome {
    OPEN,
    WON,
    LOST
}
