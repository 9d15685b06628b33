package io.salesops.core.criteria;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Three-valued truth (Kleene): a missing field is {@code UNKNOWN}, which no rule takes for true or false. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    /** Obtains the truth of a boolean. */
    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** FALSE if one is false, else UNKNOWN if one is unknown, else TRUE. */
    public Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : TRUE;
    }

    /** TRUE if one is true, else UNKNOWN if one is unknown, else FALSE. */
    public Truth or(Truth other) {
        if (this == TRUE || other == TRUE) {
            return TRUE;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : FALSE;
    }

    /** The opposite; UNKNOWN stays UNKNOWN. */
    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
