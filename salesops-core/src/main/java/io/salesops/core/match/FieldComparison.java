package io.salesops.core.match;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.text.Normalizer;
import java.util.Optional;
import org.immutables.value.Value;

/** How one column is compared. A text that is missing or normalises to nothing is evidence neither for nor against. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = FieldComparison.Builder.class)
public interface FieldComparison extends WithFieldComparison {

    /** The column. */
    String column();

    /** What the model calls the comparison; the column unless stated. */
    @Value.Default
    default String name() {
        return column();
    }

    /** Columns whose words are taken out of the text first: a full name without first and last name. */
    ImmutableList<String> without();

    /** What is applied to the text before it is compared, in order. */
    ImmutableList<Normalizer> normalize();

    /** The comparison whose text may stand in the place of this one's: last name for first name. */
    Optional<String> crossedWith();

    /** The levels of agreement, the closest first, {@code otherwise} last; m and u each sum to 1. */
    ImmutableList<ComparisonLevel> levels();

    /** How agreement of others depends on that in another column; independent unless stated. */
    Optional<Dependence> given();

    /** How much more or less common values tell; all the same unless stated. */
    Optional<TermFrequencies> frequencies();

    /** Starts a comparison. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds comparisons. */
    final class Builder extends ImmutableFieldComparison.Builder {
        Builder() {}
    }
}
