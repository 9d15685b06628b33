package io.salesops.territory.design;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Where a design begins. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum Beginning {
    /** With an empty map, save for what is locked. */
    SCRATCH,
    /** With the present territories, which are improved. */
    PRESENT
}
