package io.salesops.core.money;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.style.SalesOpsStyle;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import org.immutables.value.Value;

/**
 * Exchange rates as a value: what engines take, and what results name.
 *
 * <p>A rate holds from its date until the next one of the same two currencies, in the direction in which it was given
 * and no other: an inverse or a cross rate is somebody's decision and stands in the table or is not there. Immutable and
 * thread-safe; a look-up is O(log n).
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = RateTable.Builder.class)
public interface RateTable extends WithRateTable {

    /** What results call this table. */
    String id();

    /** The rates, in any order; no two for the same currencies and day. */
    ImmutableList<DatedRate> rates();

    /**
     * Returns the rate that holds on a day.
     *
     * @return empty where the table does not know; never a guess from other rates
     */
    default Optional<DatedRate> rate(CurrencyUnit from, CurrencyUnit to, LocalDate on) {
        NavigableMap<LocalDate, DatedRate> byDate = index().get(List.of(from.getCurrencyCode(), to.getCurrencyCode()));
        return byDate == null || byDate.floorEntry(on) == null
                ? Optional.empty()
                : Optional.of(byDate.floorEntry(on).getValue());
    }

    /** The rates by currencies and day. */
    @Value.Lazy
    @com.fasterxml.jackson.annotation.JsonIgnore
    default Map<List<String>, NavigableMap<LocalDate, DatedRate>> index() {
        Map<List<String>, NavigableMap<LocalDate, DatedRate>> index = new HashMap<>();
        for (DatedRate rate : rates()) {
            DatedRate other = index.computeIfAbsent(
                            List.of(rate.from().getCurrencyCode(), rate.to().getCurrencyCode()), key -> new TreeMap<>())
                    .put(rate.date(), rate);
            checkArgument(other == null, "rate table %s has two rates for one day: %s and %s", id(), other, rate);
        }
        return index;
    }

    /** The table without rates: amounts stay in their currency. */
    static RateTable none() {
        return builder().id("none").build();
    }

    /** Starts a table. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that no two rates contradict each other. */
    @Value.Check
    default void check() {
        index();
    }

    /** Builds tables. */
    final class Builder extends ImmutableRateTable.Builder {
        Builder() {}
    }
}
