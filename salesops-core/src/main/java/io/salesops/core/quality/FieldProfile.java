package io.salesops.core.quality;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.explain.Ratio;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the values of one field are like.
 *
 * @param field the field, as conditions name it
 * @param records how many records there are
 * @param present how many of them have a value, placeholders included
 * @param placeholders how often each text occurs that stands for no value, as the records write it
 * @param distinct how many distinct values there are
 * @param estimated whether the distinct values, and the counts of common ones, are estimates
 * @param top the most common values, at most twenty
 * @param numbers the values that are numbers or amounts, if any are
 * @param days the values that are days or moments, if any are
 */
@Value.Builder
@JsonDeserialize(builder = FieldProfileBuilder.class)
public record FieldProfile(
        String field,
        long records,
        long present,
        ImmutableSortedMap<String, Long> placeholders,
        long distinct,
        boolean estimated,
        ImmutableList<ValueCount> top,
        Optional<Numbers> numbers,
        Optional<Days> days) {

    /** Checks the counts. */
    public FieldProfile {
        checkArgument(0 <= present && present <= records, "%s has %s values in %s records", field, present, records);
    }

    /** How many records have a value that is no placeholder. */
    public long given() {
        return present
                - placeholders.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The share of records that have a value; a placeholder is none. */
    public Ratio completeness() {
        return Ratio.of(given(), records, ImmutableList.of());
    }

    /**
     * The values that are numbers or amounts; amounts count by their number, whatever the currency.
     *
     * @param count how many
     * @param least the least
     * @param most the largest
     */
    public record Numbers(long count, BigDecimal least, BigDecimal most) {

        /** Drops trailing zeros, so that equal numbers are equal. */
        public Numbers {
            least = Amounts.plain(least);
            most = Amounts.plain(most);
        }
    }

    /**
     * The values that are days or moments; a moment counts by its day in UTC.
     *
     * @param count how many
     * @param first the earliest
     * @param last the latest
     * @param quarterEnds how many are the last day of a calendar quarter
     */
    public record Days(long count, LocalDate first, LocalDate last, long quarterEnds) {}
}
