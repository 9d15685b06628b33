package io.salesops.core.match;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/**
 * Which value of a field survives a merge. A record without a value never wins over one that has it, but for
 * {@link #NEVER_OVERWRITE}. Ties go to the record that stays, then to the smaller id.
 */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum Survivor {
    /** That of the record changed last; records without a date of change come last. */
    MOST_RECENT("most recent"),
    /** That of the record with the most fields. */
    MOST_COMPLETE("most complete"),
    /** That of the record whose source stands first among {@link Survivorship#sources()}; unknown sources come last. */
    SOURCE_PRIORITY("source priority"),
    /** The value that most records have. */
    MAJORITY("majority"),
    /** The one with the longest text. */
    LONGEST("longest"),
    /** That of the representative, even where it has none: consent and the like. */
    NEVER_OVERWRITE("never overwrite");

    private final String words;

    Survivor(String words) {
        this.words = words;
    }

    /** What explanations call the rule. */
    String words() {
        return words;
    }
}
