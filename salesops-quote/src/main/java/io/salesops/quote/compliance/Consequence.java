package io.salesops.quote.compliance;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.salesops.core.finding.Severity;

/** What a breached policy demands, from the mildest to the gravest. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum Consequence {
    /** Nothing; somebody wants to know. */
    INFO,
    /** A look before the quote goes out. */
    WARNING,
    /** The agreement of the owner. */
    APPROVAL,
    /** Another quote: this one must not go out. */
    BLOCK;

    /** How grave a finding of a check with this consequence is: only what blocks is an error. */
    public Severity severity() {
        return switch (this) {
            case INFO -> Severity.INFO;
            case WARNING, APPROVAL -> Severity.WARNING;
            case BLOCK -> Severity.ERROR;
        };
    }

    /** The word that explanations and JSON use. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
