package io.salesops.core.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.Ints;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many pairs agree in each way. Counts of parts merge to those of the whole, in any order and grouping.
 *
 * @param pairs how many pairs have a pattern: the levels of the comparisons in their order, separated by dots, 0 where a text
 *     is missing and 1 for the first level
 */
public record AgreementCounts(@JsonProperty(required = true) ImmutableSortedMap<String, Long> pairs)
        implements Serializable {
    private static final Splitter DOTS = Splitter.on('.');

    /** The counts of no pair. */
    public static AgreementCounts none() {
        return new AgreementCounts(ImmutableSortedMap.of());
    }

    /** Returns the counts of these pairs and others. */
    public AgreementCounts merge(AgreementCounts other) {
        return new AgreementCounts(sum(pairs, other.pairs));
    }

    /** How many pairs there are. */
    public long total() {
        return pairs.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The levels of a pattern; none where the text is no pattern. */
    static int[] levels(String pattern) {
        List<Integer> levels = new ArrayList<>();
        for (String level : DOTS.split(pattern)) {
            Integer number = Ints.tryParse(level);
            if (number == null || number < 0) {
                return new int[0];
            }
            levels.add(number);
        }
        return Ints.toArray(levels);
    }

    static ImmutableSortedMap<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sum = new TreeMap<>(one);
        other.forEach((key, count) -> sum.merge(key, count, Math::addExact));
        return ImmutableSortedMap.copyOf(sum);
    }
}
