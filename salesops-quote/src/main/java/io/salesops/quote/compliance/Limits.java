package io.salesops.quote.compliance;

import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The limits of a check, read from their text.
 *
 * @param min the lower bound
 * @param levels the level that may grant up to a value, by that value
 */
record Limits(Optional<Rational> min, ImmutableSortedMap<Rational, String> levels) {
    static final String MIN = "min";
    private static final String MAX = "max";

    static Limits of(PolicyCheck check) {
        Optional<Rational> min = Optional.empty();
        NavigableMap<Rational, String> levels = new TreeMap<>();
        for (Map.Entry<String, String> limit : check.limits().entrySet()) {
            Rational value = value(limit.getValue());
            if (limit.getKey().equals(MIN)) {
                min = Optional.of(value);
            } else {
                levels.put(value, limit.getKey());
            }
        }
        return new Limits(min, ImmutableSortedMap.copyOfSorted(levels));
    }

    /** Reads a limit; an IllegalArgumentException that says why where the text is no number and no percentage. */
    static Rational value(String text) {
        return Rate.of(text).value();
    }

    /** Whether the value needs nobody's agreement. */
    boolean keeps(Rational value) {
        return min.map(bound -> bound.compareTo(value) <= 0).orElse(true)
                && (levels.isEmpty() || levels.firstKey().compareTo(value) >= 0);
    }

    /** The lowest level that may grant the value; empty where it is below the lower bound or above every level. */
    Optional<String> level(Rational value) {
        boolean below = min.filter(bound -> bound.compareTo(value) > 0).isPresent();
        Map.Entry<Rational, String> level = below ? null : levels.ceilingEntry(value);
        return level == null ? Optional.empty() : Optional.of(level.getValue());
    }

    /** The limits that the value has to do with: those below it, and the first that it keeps. */
    String words(Rational value, boolean percent) {
        StringBuilder words = new StringBuilder();
        min.filter(bound -> bound.compareTo(value) > 0 || levels.isEmpty())
                .ifPresent(bound -> words.append(", at least ").append(word(bound, percent)));
        for (Map.Entry<Rational, String> level : levels.entrySet()) {
            words.append(", ")
                    .append(level.getValue().equals(MAX) ? "limit " : level.getValue() + " limit ")
                    .append(word(level.getKey(), percent));
            if (level.getKey().compareTo(value) >= 0) {
                break;
            }
        }
        return words.toString();
    }

    private static String word(Rational value, boolean percent) {
        return percent ? new Rate(value).toString() : value.toString();
    }
}
