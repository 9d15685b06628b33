package io.salesops.territory.area;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a compact territory has little of. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum Compactness {
    /** Moment of inertia: the sum of squared distances to the weighted centre (Hess and others 1965). */
    INERTIA,
    /** p-median: the sum of distances to the territory's best unit. */
    MEDIAN,
    /** Borders between units of different territories. */
    CUT_EDGES
}
