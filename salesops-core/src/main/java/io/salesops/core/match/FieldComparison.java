package io.salesops.core.match;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.text.Normalizer;
import org.immutables.value.Value;

/** How one column is compared. A text that is missing or normalises to nothing is evidence neither for nor against. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = FieldComparison.Builder.class)
public interface FieldComparison extends WithFieldComparison {

    /** The column. */
    String column();

    /** What is applied to the text before it is compared, in order. */
    ImmutableList<Normalizer> normalize();

    /** The levels of agreement, the closest first, {@code otherwise} last; m and u each sum to 1. */
    ImmutableList<ComparisonLevel> levels();

    /** Returns the normalised text; empty where it says nothing. */
    default String normalized(String raw) {
        String text = raw;
        for (Normalizer normalizer : normalize()) {
            text = normalizer.apply(text);
        }
        return text;
    }

    /** Starts a comparison. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds comparisons. */
    final class Builder extends ImmutableFieldComparison.Builder {
        Builder() {}
    }
}
