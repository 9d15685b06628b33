package io.salesops.core.testkit;

import io.salesops.core.repository.DocumentKey;

/** Keys of stored definitions. */
public final class StoredDocuments {
    private StoredDocuments() {}

    /** Returns the key that a text makes: its first character is the id, the whole of it the version, so that ids repeat. */
    public static DocumentKey key(String text) {
        return DocumentKey.of(text.substring(0, text.offsetByCodePoints(0, 1)), text);
    }
}
