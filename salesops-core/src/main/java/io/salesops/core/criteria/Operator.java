package io.salesops.core.criteria;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a field is compared with values. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum Operator {
    /** Equals the one value. */
    IS("is"),
    /** Equals one of the values. */
    IN("in"),
    /** Not less than the one value. */
    AT_LEAST("at least"),
    /** Less than the one value. */
    BELOW("below"),
    /** Text that begins with the one value. */
    STARTS_WITH("starts with"),
    /** Has a value at all; never unknown. */
    PRESENT("present");

    private final String words;

    Operator(String words) {
        this.words = words;
    }

    /** The operator in a sentence. */
    public String words() {
        return words;
    }
}
