package io.salesops.quote.price;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.math.RoundingMode;

/** How a quantity becomes whole packages or whole units of another kind. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum UnitRounding {
    /** What is started counts. */
    CEILING(RoundingMode.CEILING),
    /** What is full counts. */
    FLOOR(RoundingMode.FLOOR),
    /** What is at least half full counts. */
    HALF_UP(RoundingMode.HALF_UP);

    private final RoundingMode mode;

    UnitRounding(RoundingMode mode) {
        this.mode = mode;
    }

    /** The mode of a division. */
    public RoundingMode mode() {
        return mode;
    }
}
