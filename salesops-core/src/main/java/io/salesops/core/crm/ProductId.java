package io.salesops.core.crm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a product. */
public record ProductId(@JsonValue String value) implements Comparable<ProductId> {

    /** Checks that the identifier carries text: not blank, at most 255 characters, no control characters. */
    public ProductId {
        IdText.check("product id", value);
    }

    /** Obtains an identifier from its text. */
    @JsonCreator
    public static ProductId of(String value) {
        return new ProductId(value);
    }

    @Override
    public int compareTo(ProductId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
