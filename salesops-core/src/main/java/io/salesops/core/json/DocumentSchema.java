package io.salesops.core.json;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kind and version of a document, in text {@code salesops/<kind>/<version>}.
 *
 * @param kind lower case with hyphens
 * @param version from 1
 */
public record DocumentSchema(String kind, int version) {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern TEXT = Pattern.compile("salesops/([^/]+)/(0|[1-9][0-9]{0,99})");

    /** Checks kind and version. */
    public DocumentSchema {
        checkArgument(KIND.matcher(kind).matches(), "document kind must be lower case words with hyphens: '%s'", kind);
        checkArgument(version >= 1, "document version of %s must be at least 1: %s", kind, version);
    }

    /**
     * Obtains the text of a document type, for the default of its {@code schema()}.
     *
     * @throws IllegalArgumentException if the type is not marked with {@link Document}
     */
    public static String of(Class<?> documentType) {
        return find(documentType)
                .orElseThrow(() -> new IllegalArgumentException(
                        documentType.getName() + " is no document. Maybe mark it with @Document."))
                .toString();
    }

    static Optional<DocumentSchema> find(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(Document.class))
                .map(mark -> new DocumentSchema(mark.kind(), mark.version()));
    }

    /** Returns the digits of the version in a document's text, if it states this kind. */
    Optional<String> versionIn(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches() && matcher.group(1).equals(kind) ? Optional.of(matcher.group(2)) : Optional.empty();
    }

    /** The JSON Schema's file name beside the document type: {@code schema/price-book-1.json}. */
    public String resource() {
        return "schema/" + kind + "-" + version + ".json";
    }

    /** The text, as documents state it. */
    @Override
    public String toString() {
        return "salesops/" + kind + "/" + version;
    }
}
