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
     * <p>Nothing has been held against a shape yet: any field can be absent or hold another kind of value. What the
     * upgrade does not understand it leaves as it is, and the reader reports it, or it refuses the document. Only the
     * exceptions named below speak of the data; any other is an error of the upgrade and reaches the caller of the reader.
     *
     * @param document the fields of the version before
     * @throws IllegalArgumentException with what stands against it, if the document cannot be upgraded
     * @throws ArithmeticException likewise, if its numbers cannot be computed with
     * @throws java.time.DateTimeException likewise, if its dates cannot be
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
