package io.salesops.core.match;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Which value of a field survives a merge. Ties go to the record that is represented first, then to the smaller id. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum Survivor {
    /** That of the record changed last; records without a date of change come last. */
    MOST_RECENT,
    /** That of the record with the most fields. */
    MOST_COMPLETE,
    /** That of the record whose source stands first among {@link Survivorship#sources()}; unknown sources come last. */
    SOURCE_PRIORITY,
    /** The value that most records have. */
    MAJORITY,
    /** The one with the longest text. */
    LONGEST,
    /** That of the representative, even where it has none: consent and the like. */
    NEVER_OVERWRITE
}
