package io.salesops.core.quality;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How one field changed from one profile to a later one.
 *
 * @param field the field
 * @param before the share of records that had a value; absent where there was no record or no such field
 * @param after the share of records that have one now
 * @param distance the total variation distance of its values: half the sum of the changes of their shares; the absence of
 *     a value counts as one, and so do all values that are common in neither profile; 0% to 100%
 * @param appeared common values that were not common before, at most five
 * @param vanished values that were common and are no longer, at most five
 */
@Value.Builder
@JsonDeserialize(builder = FieldDriftBuilder.class)
public record FieldDrift(
        String field,
        Optional<Rate> before,
        Optional<Rate> after,
        Rate distance,
        ImmutableList<ValueCount> appeared,
        ImmutableList<ValueCount> vanished) {}
