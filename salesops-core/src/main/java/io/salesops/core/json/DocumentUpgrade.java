package io.salesops.core.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a document of one version into the next; has a constructor without arguments.
 *
 * <p>It works on plain values, so that the old shape needs no classes: an object is a {@code Map<String, Object>} that may
 * be changed, a list a {@code List<Object>} that may be changed, a text a String, a number a BigDecimal, true and false
 * are Booleans, and null is null.
 */
@FunctionalInterface
public interface DocumentUpgrade {

    /**
     * Changes the document into what the next version writes; the reader sets {@code schema} itself.
     *
     * @param document the fields of the version before
     * @throws IllegalArgumentException with what stands against it, if the document cannot be upgraded
     */
    void upgrade(Map<String, @Nullable Object> document);

    /** Stands where a document has one version only. */
    final class None implements DocumentUpgrade {

        /** Does not upgrade. */
        public None() {}

        @Override
        public void upgrade(Map<String, @Nullable Object> document) {
            throw new UnsupportedOperationException("a first version has none before it");
        }
    }
}
