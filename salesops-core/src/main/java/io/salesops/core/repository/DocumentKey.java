package io.salesops.core.repository;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Comparator.comparing;

import java.util.Comparator;

/**
 * Identifies one version of a definition that is stored: a plan, a price book, a set of rules. A definition that has been
 * used is not changed; the change is another version beside it.
 *
 * @param id what results call the definition
 * @param version which version of it, in the user's words
 */
public record DocumentKey(String id, String version) implements Comparable<DocumentKey> {
    private static final Comparator<DocumentKey> ORDER =
            comparing(DocumentKey::id).thenComparing(DocumentKey::version);

    /** Checks that neither is blank. */
    public DocumentKey {
        checkArgument(!id.isBlank(), "document id must not be blank: '%s'", id);
        checkArgument(!version.isBlank(), "version of document %s must not be blank: '%s'", id, version);
    }

    /** Obtains the key of a version. */
    public static DocumentKey of(String id, String version) {
        return new DocumentKey(id, version);
    }

    @Override
    public int compareTo(DocumentKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return id + " " + version;
    }
}
