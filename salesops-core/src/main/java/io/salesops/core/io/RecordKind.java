package io.salesops.core.io;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What the rows of a CRM file describe. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum RecordKind {
    /** Companies. */
    ACCOUNT,
    /** People at companies. */
    CONTACT,
    /** People and companies that showed interest. */
    LEAD,
    /** Possible sales. */
    OPPORTUNITY,
    /** Things that are sold. */
    PRODUCT,
    /** People who sell. */
    REP;

    /** The word for it in mappings and messages. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
