package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/** Seed, pair sample and iteration limits of training, and what the model is called. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = TrainingOptions.Builder.class)
public interface TrainingOptions extends WithTrainingOptions {

    /** The id of the model. */
    @Value.Default
    default String modelId() {
        return "trained";
    }

    /** The version of the model. */
    @Value.Default
    default String modelVersion() {
        return "1";
    }

    /** Seeds the sample of random pairs. */
    @Value.Default
    default long seed() {
        return 1;
    }

    /** How many random pairs u is estimated from; where there are fewer, all of them. */
    @Value.Default
    default long randomPairs() {
        return 500_000;
    }

    /** Up to so many pairs, a model is to compare all of them instead of blocking. */
    @Value.Default
    default long compareAllUpTo() {
        return 700_000;
    }

    /** The iterations of expectation maximisation. */
    @Value.Default
    default int iterations() {
        return 22;
    }

    /**
     * The most records of a block that is compared as it is; see {@link MatchModel#refineAbove}. Above 50,000 records it
     * falls with the root of their number, so that the pairs of a record do not grow with the table.
     */
    @Value.Default
    default int refineAbove() {
        return 40;
    }

    /** How many records of one table are learned from; of more, a sample by the hash of their ids. */
    @Value.Default
    default int records() {
        return 150_000;
    }

    /** How many pairs may be compared in training, and by the model. */
    @Value.Default
    default long pairBudget() {
        return 50_000_000L;
    }

    /** Obtains the defaults. */
    static TrainingOptions standard() {
        return builder().build();
    }

    /** Starts options. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that the limits are positive. */
    @Value.Check
    default void check() {
        checkArgument(randomPairs() > 0, "randomPairs must be positive: %s", randomPairs());
        checkArgument(compareAllUpTo() >= 0, "compareAllUpTo must not be negative: %s", compareAllUpTo());
        checkArgument(records() > 1, "records must be at least 2: %s", records());
        checkArgument(refineAbove() > 1, "refineAbove must be at least 2: %s", refineAbove());
        checkArgument(randomPairs() <= 10_000_000, "randomPairs must be at most 10,000,000: %s", randomPairs());
        checkArgument(
                compareAllUpTo() <= 100_000_000, "compareAllUpTo must be at most 100,000,000: %s", compareAllUpTo());
        checkArgument(iterations() > 0, "iterations must be positive: %s", iterations());
        checkArgument(pairBudget() > 0, "pairBudget must be positive: %s", pairBudget());
    }

    /** Builds options. */
    final class Builder extends ImmutableTrainingOptions.Builder {
        Builder() {}
    }
}
