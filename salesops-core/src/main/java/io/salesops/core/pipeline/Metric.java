package io.salesops.core.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;

/**
 * A figure with an exact name: the id says what is counted, over which deals and how. Two figures that people call by
 * one name, such as a win rate by count and one by amount, have two ids.
 */
public record Metric(@JsonValue String id) implements Comparable<Metric> {

    private static final ImmutableMap<String, String> DEFINITIONS = ImmutableMap.<String, String>builder()
            .put("deals.count.won", "deals in a won stage, close date in the period if one is asked for")
            .put("deals.count.lost", "deals in a lost stage, close date in the period if one is asked for")
            .put("deals.count.open", "deals in an open stage on the day")
            .put("winRate.count.closed", "won / (won + lost), by count, close date in the period if one is asked for")
            .put(
                    "winRate.amount.closed",
                    "won / (won + lost), by amount in one currency, close date in the period if one is asked for")
            .put(
                    "bookings.amount.won",
                    "sum of the amounts of won deals, close date in the period if one is asked for, per currency")
            .put("pipeline.amount.open", "sum of the amounts of open deals on the day, per currency")
            .put(
                    "cycleDays.won.median",
                    "median of days from the start of selling to the close date of won deals, close date in the period if one is asked for")
            .put(
                    "cycleDays.won.mean",
                    "mean of days from the start of selling to the close date of won deals, close date in the period if one is asked for")
            .buildOrThrow();

    /** Won deals. */
    public static final Metric WON = new Metric("deals.count.won");

    /** Lost deals. */
    public static final Metric LOST = new Metric("deals.count.lost");

    /** Open deals. */
    public static final Metric OPEN = new Metric("deals.count.open");

    /** Won over closed deals, by count. */
    public static final Metric WIN_RATE_CLOSED_BY_COUNT = new Metric("winRate.count.closed");

    /** Won over closed deals, by amount. */
    public static final Metric WIN_RATE_CLOSED_BY_AMOUNT = new Metric("winRate.amount.closed");

    /** What won deals bring. */
    public static final Metric BOOKINGS = new Metric("bookings.amount.won");

    /** What open deals may bring. */
    public static final Metric OPEN_PIPELINE = new Metric("pipeline.amount.open");

    /** How long winning takes: median. */
    public static final Metric CYCLE_DAYS_WON_MEDIAN = new Metric("cycleDays.won.median");

    /** How long winning takes: mean. */
    public static final Metric CYCLE_DAYS_WON_MEAN = new Metric("cycleDays.won.mean");

    /** Checks that there is a definition. */
    public Metric {
        checkArgument(DEFINITIONS.containsKey(id), "unknown metric '%s'. Maybe one of %s.", id, DEFINITIONS.keySet());
    }

    /** Obtains a metric by its id. */
    @JsonCreator
    public static Metric of(String id) {
        return new Metric(id);
    }

    /** What exactly is counted. */
    public String definition() {
        return DEFINITIONS.getOrDefault(id, "");
    }

    @Override
    public int compareTo(Metric other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
