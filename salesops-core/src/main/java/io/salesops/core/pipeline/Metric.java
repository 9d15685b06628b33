package io.salesops.core.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A figure with an exact name: the id says what is counted, over which deals and how; {@link MetricCatalogue} defines it. */
public record Metric(@JsonValue String id) implements Comparable<Metric> {

    /** Won deals. */
    public static final Metric WON = new Metric("deals.count.won");

    /** Lost deals. */
    public static final Metric LOST = new Metric("deals.count.lost");

    /** Open deals. */
    public static final Metric OPEN = new Metric("deals.count.open");

    /** All deals. */
    public static final Metric ALL = new Metric("deals.count.all");

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

    /** Checks that {@link MetricCatalogue} defines it. */
    public Metric {
        checkArgument(
                MetricCatalogue.definition(id).isPresent(),
                "unknown metric '%s'. Maybe one of %s.",
                id,
                MetricCatalogue.definitions().stream().map(MetricDefinition::id).toList());
    }

    /**
     * Obtains a metric by its id.
     *
     * @throws IllegalArgumentException if {@link MetricCatalogue} has none of that id
     */
    @JsonCreator
    public static Metric of(String id) {
        return new Metric(id);
    }

    /** What exactly is counted. */
    public String definition() {
        return MetricCatalogue.definition(id).map(MetricDefinition::formula).orElse("");
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
