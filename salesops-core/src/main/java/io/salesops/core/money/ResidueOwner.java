package io.salesops.core.money;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Who gets the minor units that are left after rounding. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum ResidueOwner {
    /** The shares with the largest remainders, one unit each; ties go to the larger weight, then to the smaller key. */
    LARGEST_REMAINDER,
    /** The share with the last key in key order; all others are rounded by the mode. */
    LAST_KEY,
    /** The share whose key the policy names; all others are rounded by the mode. */
    NAMED_KEY
}
