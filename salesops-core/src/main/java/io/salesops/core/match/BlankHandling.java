package io.salesops.core.match;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a condition says of two records of which one or both have no text in its column. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum BlankHandling {
    /** It is not met, and unknown: the missing text might meet it. */
    DOES_NOT_MATCH,
    /** It is met where both have none, and failed where one has a text. */
    MATCHES,
    /** It is left out. */
    IGNORED
}
