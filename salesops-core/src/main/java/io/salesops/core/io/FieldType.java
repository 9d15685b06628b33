package io.salesops.core.io;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What the cells of a column are read as. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum FieldType {
    /** Text as it stands, without blanks around it. */
    TEXT,
    /** A number in the mapping's notation. */
    NUMBER,
    /** A whole number in the mapping's notation, of at most 63 bits. */
    WHOLE,
    /** A number in the mapping's notation, in the mapping's currency. */
    MONEY,
    /** A day in one of the mapping's date patterns. */
    DAY,
    /** A moment: ISO 8601 with an offset, or a day, which stands for its first moment in the mapping's zone. */
    INSTANT,
    /** {@code true}, {@code yes}, {@code 1} or {@code false}, {@code no}, {@code 0}, in any case. */
    FLAG
}
