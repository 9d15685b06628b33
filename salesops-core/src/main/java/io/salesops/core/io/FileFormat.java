package io.salesops.core.io;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a CRM file writes its records. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum FileFormat {
    /** Rows of cells under a header, by RFC 4180. */
    DELIMITED,
    /** JSON objects, by RFC 8259: one after the other, in an array, or in an array under a name of the root object. */
    JSON
}
