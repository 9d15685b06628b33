package io.salesops.core.testkit;

/** What can be wrong with one place of a JSON text, and the code under which it is to be found. */
public enum DocumentFault {
    /** A field that the type does not have. */
    UNKNOWN_FIELD("json.field.unknown"),
    /** A field that must be there is not. */
    MISSING_FIELD("json.field.missing"),
    /** Null where a value must be. */
    NULL("json.value.null"),
    /** A list where something else must be, or a number where a list must be. */
    WRONG_TYPE("json.value.invalid"),
    /** A whole number as text. */
    TEXT_FOR_NUMBER("json.value.invalid"),
    /** A word where a decimal must be. */
    NO_DECIMAL("json.value.invalid"),
    /** A number with more digits than its type holds. */
    OUT_OF_RANGE("json.value.invalid"),
    /** The thirtieth of February. */
    BROKEN_DATE("json.value.invalid"),
    /** A name that is none of those that may stand there. */
    UNKNOWN_NAME("json.value.invalid"),
    /** A kind that none of the alternatives has. */
    UNKNOWN_KIND("json.kind.unknown"),
    /** A field that stands there twice. */
    REPEATED_FIELD("json.key.duplicate"),
    /** The schema of another kind of document. */
    OTHER_KIND("json.document.kind"),
    /** The schema of a version to come. */
    OTHER_VERSION("json.document.version");

    private final String code;

    DocumentFault(String code) {
        this.code = code;
    }

    /** Returns the code of the finding. */
    public String code() {
        return code;
    }
}
