package io.salesops.core.match;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What was learned about a kind of record: prior, comparisons, blocking rules, threshold. A value to store, version and
 * reuse; {@link Deduplicator#check} says whether it is sound. Immutable and thread-safe.
 */
@Document(kind = "match-model", version = 1)
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = MatchModel.Builder.class)
public interface MatchModel extends WithMatchModel {

    /** The document kind and its version: {@code salesops/match-model/1}. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(MatchModel.class);
    }

    /** What the user calls it. */
    String id();

    /** Its version. */
    String version();

    /** The share of matches among all pairs of records. */
    double priorMatches();

    /** Pairs at or above this weight, in bits, are matches; 3 bits are odds of 8 to 1. */
    double threshold();

    /** How many pairs may be compared; the smallest blocks are compared first, what does not fit is an omission. */
    @Value.Default
    default long pairBudget() {
        return 50_000_000L;
    }

    /**
     * The most records of a block that is compared as it is. Larger blocks of rules with one key are cut by the keys of
     * the other such rules; parts that are still larger are omissions. 0: every block is compared as it is.
     */
    @Value.Default
    default int refineAbove() {
        return 0;
    }

    /** The comparisons; names are unique. */
    ImmutableList<FieldComparison> comparisons();

    /** The blocking rules, in order. */
    ImmutableList<BlockingRule> blocking();

    /** Anything worth saying about it. */
    Optional<String> note();

    /** Starts a model. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds models. */
    final class Builder extends ImmutableMatchModel.Builder {
        Builder() {}
    }
}
